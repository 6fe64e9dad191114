import type { Statement } from '../../src/cypher';
import type { Engine } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';
import { type Neo4jOptions, openNeo4j } from '../../src/engine/neo4j';
import { sharedNeo4j, whyNoNeo4j } from './neo4jServer';

export interface TestEngine {
  name: string;
  /** An empty graph. */
  open(): Promise<Engine>;
}

/** Rows without ORDER BY come shuffled, so that a forgotten one shows. */
export const embedded: TestEngine = { name: 'grafeo', open: async () => openGrafeo({ shuffle: true }) };

const neo4j: TestEngine = {
  name: 'neo4j',
  open: async () => {
    const remarks: string[] = [];
    const options = await testNeo4j();
    const engine = openNeo4j({
      ...options,
      onNotification: (statement, { code, description }) => remarks.push(`${statement}: ${code} ${description}`),
    });
    await emptyNeo4j(engine).catch(async (refusal) => {
      await engine.close();
      throw refusal;
    });
    remarks.length = 0;
    return {
      ...engine,
      close: async () => {
        await engine.close();
        // A remark is a missing index, a product of two lists or something deprecated: a fault of the statement.
        const faults = [...new Set(remarks)].filter((remark) => !isOfSmallData(remark));
        if (faults.length > 0) throw new Error(`Neo4j remarks:\n${faults.join('\n')}`);
      },
    };
  },
};

/** A database remarks on a name that it has not met yet, as where a small data set has no offices. */
const isOfSmallData = (remark: string) => /Unknown(Label|RelationshipType|PropertyKey)Warning/.test(remark);

/** The Neo4j of the tests: the one that NEO4J_URI names, else one that is started here. */
export async function testNeo4j(): Promise<Neo4jOptions> {
  const { NEO4J_URI, NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
  return {
    uri: NEO4J_URI ?? (await sharedNeo4j()),
    user: NEO4J_USER,
    password: NEO4J_PASSWORD,
    database: NEO4J_DATABASE,
  };
}

const statement = (room: Statement['room'], text: string): Statement => ({ name: 'a graph for tests', room, text });

/** Empties a graph that tests may empty: one that was empty when they first came, which they mark. */
export async function emptyNeo4j(engine: Engine): Promise<void> {
  const [found] = await engine.read(
    statement(
      'read',
      'MATCH (node) RETURN count(node) AS nodes, sum(CASE WHEN node:ForTests THEN 1 ELSE 0 END) AS marks',
    ),
  );
  if (Number(found?.nodes) > 0 && Number(found?.marks) === 0) {
    throw new Error(
      'The graph of NEO4J_URI holds data, and the tests empty the graph they use. Name one for tests alone.',
    );
  }
  await engine.write(statement('write', 'MERGE (:ForTests {id: 1})'));
  await engine.write(statement('write', 'MATCH (node) WHERE NOT node:ForTests DETACH DELETE node'));
}

/** Why no test runs on Neo4j, and how to change that; null where they do. */
export const noNeo4j: string | null = process.env.NEO4J_URI ? null : whyNoNeo4j();

/** The engines that every question is asked of. */
export const ENGINES: TestEngine[] = noNeo4j === null ? [embedded, neo4j] : [embedded];
