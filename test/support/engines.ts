import type { Engine } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';
import { openNeo4j } from '../../src/engine/neo4j';

export interface TestEngine {
  name: string;
  /** An empty graph. */
  open(): Promise<Engine>;
}

/** Rows without ORDER BY come shuffled, so that a forgotten one shows. */
const grafeo: TestEngine = { name: 'grafeo', open: async () => openGrafeo({ shuffle: true }) };

const uri = process.env.NEO4J_URI;

const neo4j: TestEngine = {
  name: 'neo4j',
  open: async () => {
    const remarks: string[] = [];
    const engine = openNeo4j({
      uri: uri as string,
      user: process.env.NEO4J_USER ?? 'neo4j',
      password: process.env.NEO4J_PASSWORD ?? '',
      database: process.env.NEO4J_DATABASE ?? 'neo4j',
      onNotification: (statement, { code, description }) => remarks.push(`${statement}: ${code} ${description}`),
    });
    await engine.write({ name: 'empty', room: 'write', text: 'MATCH (node) DETACH DELETE node' });
    remarks.length = 0;
    return {
      ...engine,
      close: async () => {
        await engine.close();
        // A remark is a missing index, a misspelt label or a product of two lists: a fault of the statement.
        if (remarks.length > 0) throw new Error(`Neo4j remarks:\n${[...new Set(remarks)].join('\n')}`);
      },
    };
  },
};

/** The engines that every question is asked of. */
export const ENGINES: TestEngine[] = uri ? [grafeo, neo4j] : [grafeo];
