import { stopSharedNeo4j } from './neo4jServer';

export default stopSharedNeo4j;
