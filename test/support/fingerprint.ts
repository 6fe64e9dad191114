import { createHash } from 'node:crypto';
import type { Statement } from '../../src/cypher';
import type { Engine } from '../../src/engine/engine';

const statement = (name: string, text: string): Statement => ({ name, room: 'read', text });

const nodes = statement(
  'all nodes',
  `MATCH (node) WHERE NOT (node:State OR node:ForTests)
   RETURN labels(node) AS labels, node {.*} AS properties`,
);
const ties = statement(
  'all ties',
  `MATCH (from)-[tie]->(to)
   RETURN coalesce(from.id, from.title) AS from, type(tie) AS type, tie {.*} AS properties, coalesce(to.id, to.title) AS to`,
);

/** A checksum over everything in a graph but how often it was written: equal graphs, equal fingerprints. */
export async function fingerprint(engine: Engine): Promise<string> {
  const [found, tied] = [await engine.read(nodes), await engine.read(ties)];
  const lines = [
    ...found.map(({ labels, properties }) => JSON.stringify([[...(labels as string[])].sort(), sorted(properties)])),
    ...tied.map(({ from, type, properties, to }) => JSON.stringify([from, type, sorted(properties), to])),
  ];
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

const sorted = (properties: unknown) => Object.entries(properties as object).sort(([a], [b]) => (a < b ? -1 : 1));
