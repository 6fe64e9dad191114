import { stopSharedNeo4j } from './neo4jServer';
import { removeTemporaryFolders } from './temporary';

export default async function endRun(): Promise<void> {
  removeTemporaryFolders();
  await stopSharedNeo4j();
}
