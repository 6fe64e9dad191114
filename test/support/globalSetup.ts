import { classPath, whyNoNeo4j } from './neo4jServer';

/** Names this run, so that two runs on one machine do not share a database, and brings what its processes share. */
export default function beginRun(): void {
  process.env.TEST_RUN = String(process.pid);
  if (!process.env.NEO4J_URI && whyNoNeo4j() === null) classPath();
}
