import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { Dataset } from '../../../src/dataset/format';

export interface Postgres {
  client: Client;
  close(): Promise<void>;
}

const programs = '/usr/lib/postgresql';

/** The newest PostgreSQL that is installed here; null where there is none. */
function programFolder(): string | null {
  if (!existsSync(programs)) return null;
  const newest = readdirSync(programs)
    .filter((version) => existsSync(join(programs, version, 'bin', 'initdb')))
    .sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? null : join(programs, newest, 'bin');
}

/** A PostgreSQL of its own with the events and links of a graph; null where none is installed. */
export async function openPostgres({ rows }: Dataset): Promise<Postgres | null> {
  const bin = programFolder();
  if (bin === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'policy-timelines-postgres-'));
  const data = join(folder, 'data');
  // It refuses to run as root; the package made a user for it.
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' })) : undefined;
  if (user !== undefined) chownSync(folder, user, user);
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '--auth=trust', '--locale=C', '-E', 'UTF8'], {
    uid: user,
    stdio: 'ignore',
  });
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'shared_buffers=512MB', '-c', 'jit=off'],
    { uid: user, stdio: 'ignore' },
  );
  const client = await connected(folder, server);
  await fill(client, rows);
  return {
    client,
    close: async () => {
      await client.end();
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connected(host: string, server: ChildProcess): Promise<Client> {
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt++) {
    const client = new Client({ host, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return client;
    } catch {
      await wait(100);
    }
  }
  throw new Error('PostgreSQL did not start');
}

async function fill(client: Client, { events, links }: Dataset['rows']): Promise<void> {
  await client.query('CREATE TABLE event (id text, title text)');
  await client.query('CREATE TABLE link (id text, "from" text, "to" text, type text, family text)');
  const insert = async (table: string, columns: string, rows: readonly { values: object }[]) => {
    const text = `INSERT INTO ${table} SELECT ${columns} FROM json_populate_recordset(null::${table}, $1)`;
    for (let at = 0; at < rows.length; at += 10_000) {
      const values = rows.slice(at, at + 10_000).map((row) => row.values);
      await client.query(text, [JSON.stringify(values)]);
    }
  };
  await insert('event', 'id, title', events);
  await insert('link', 'id, "from", "to", type, family', links);
  await client.query('ALTER TABLE event ADD PRIMARY KEY (id)');
  await client.query('CREATE INDEX ON link ("from")');
  await client.query('VACUUM ANALYZE');
}

/** A walk as one recursive query; every event once for each depth at which it is reached, so that ways do not explode. */
export const recursiveWalk = `WITH RECURSIVE walk(id, depth) AS (
    SELECT $1::text, 0
    UNION
    SELECT link."to", walk.depth + 1 FROM walk JOIN link ON link."from" = walk.id
    WHERE walk.depth < $2::int AND ($3::text[] IS NULL OR link.family = ANY($3::text[]))
  ), reached AS (SELECT id, min(depth) AS depth FROM walk GROUP BY id)
  SELECT link.id, link.type, origin.id AS "from", target.id AS "to", target.depth, event.title
  FROM reached origin
  JOIN link ON link."from" = origin.id
  JOIN reached target ON target.id = link."to"
  JOIN event ON event.id = target.id
  WHERE $3::text[] IS NULL OR link.family = ANY($3::text[])`;

/** All ways from one event to another; each row is a way. */
export const recursiveWays = `WITH RECURSIVE way(id, ids, depth) AS (
    SELECT $1::text, ARRAY[]::text[], 0
    UNION ALL
    SELECT link."to", way.ids || link.id, way.depth + 1 FROM way JOIN link ON link."from" = way.id
    WHERE way.depth < $3::int AND way.id <> $2::text
  )
  SELECT ids FROM way WHERE id = $2::text`;
