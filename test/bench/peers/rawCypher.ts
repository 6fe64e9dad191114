import type { Driver } from 'neo4j-driver';
import type { Engine, Params, Row } from '../../../src/engine/engine';

/** Cypher written by hand, asked straight of the database: no GraphQL, no HTTP, no loaders. */
export type RawCypher = (text: string, params: Params) => Promise<Row[]>;

export const rawGrafeo =
  (engine: Engine): RawCypher =>
  (text, params) =>
    engine.read({ name: 'raw', room: 'read', text }, params);

export const rawNeo4j =
  (driver: Driver): RawCypher =>
  async (text, params) =>
    (await driver.executeQuery(text, params, { database: 'neo4j', routing: 'READ' })).records.map((record) =>
      record.toObject(),
    );

export interface RawHop {
  id: string;
  type: string;
  from: string;
  to: string;
  title: string;
}

const hops = (filter: string, columns: string) => `UNWIND $keys AS key
  MATCH (:Entity {id: key})-[link:FOLLOWED_BY]->(event:Event)
  ${filter}
  RETURN ${columns}`;

/** What each hop tells of itself: as much as an answer shows, or as little as a walk needs. */
export const columns = {
  shown: 'link.id AS id, link.type AS type, key AS from, event.id AS to, event.title AS title',
  walked: 'link.id AS id, key AS from, event.id AS to, event.sort AS sort, link.rank AS rank',
};

/** The same levels as a walk of ours, one statement each, and one more for the links among the deepest. */
export async function rawWalk(
  ask: RawCypher,
  start: string,
  depth: number,
  families: readonly string[] | null,
  wanted: string,
): Promise<{ depths: Map<string, number>; hops: RawHop[] }> {
  const text = hops(families ? 'WHERE link.family IN $families' : '', wanted);
  const depths = new Map([[start, 0]]);
  const found: RawHop[] = [];
  let frontier = [start];
  for (let level = 1; frontier.length > 0 && level <= depth + 1; level++) {
    const rows = (await ask(text, families ? { keys: frontier, families } : { keys: frontier })) as unknown as RawHop[];
    frontier = [];
    for (const hop of rows) {
      found.push(hop);
      if (level > depth || depths.has(hop.to)) continue;
      depths.set(hop.to, level);
      frontier.push(hop.to);
    }
  }
  return { depths, hops: found.filter(({ to }) => depths.has(to)) };
}

/** All ways from one event to another by one match of variable length. */
export const rawWays = (
  depth: number,
) => `MATCH way = (:Entity {id: $from})-[:FOLLOWED_BY*1..${depth}]->(:Entity {id: $to})
  RETURN [link IN relationships(way) | link.id] AS ids`;
