import { setTimeout as wait } from 'node:timers/promises';
import neo4j, {
  type Driver,
  type ManagedTransaction,
  Neo4jError,
  type Notification,
  type QueryResult,
} from 'neo4j-driver';
import { type AskedWord, askedOf } from '../answers/searchWords';
import type { Statement } from '../cypher';
import { type ErrorCode, UsageError } from '../errors';
import { type Engine, EngineError, type Need, type Params, type Row, type Value } from './engine';
import { answersOnce, type Field, hitsAmong, isName, ranked, type TextNode, type Worded, wordedOf } from './words';

export interface Neo4jOptions {
  /** `bolt://`, `neo4j://` (a cluster), or either with `+s` for TLS. */
  uri: string;
  user: string;
  password: string;
  /** Always named, which spares a round trip for each question. */
  database: string;
  /** Longest time for a statement, in milliseconds. */
  timeoutMs?: number;
  /** Told what the database remarks on a statement; without it the database is asked to remark nothing. */
  onNotification?: (statement: string, notification: Notification) => void;
}

/** Wait before asking again that a caller is told when the database is away, in milliseconds. */
const retryAfterMs = 2_000;

/** Silence after which a database that should answer at once counts as away, in milliseconds. */
const patienceMs = 3_000;

/** Longest time in which a question fails that is then asked once more, and the pause before that, in milliseconds. */
const retryWithinMs = 500;
const retryPauseMs = 1_000;

/** The state of the graph: `count` moves with every write; `importing` is set by an import while it runs. */
const stateStatement: Statement = {
  name: 'state of the graph',
  room: 'read',
  text: "MATCH (state:State {id: 'graph'}) RETURN state.count AS count, state.importing AS importing",
};

const countWrite =
  "MERGE (state:State {id: 'graph'}) SET state.count = coalesce(state.count, 0) + 1, state.importing = coalesce(state.importing, false)";

/** The words of each thing beside it, in the form that a full-text index takes. */
const writeWords = 'UNWIND $words AS row MERGE (words:Words {id: row.id}) SET words = row';

/** The indexes that this adapter needs for itself, to write and to read. */
const indexesToWrite = [
  'CREATE CONSTRAINT words_id IF NOT EXISTS FOR (words:Words) REQUIRE words.id IS UNIQUE',
  'CREATE CONSTRAINT state_id IF NOT EXISTS FOR (state:State) REQUIRE state.id IS UNIQUE',
];
const indexesToRead = [
  // The words are split and folded here, as in the embedded engine, so that both find the same.
  "CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (words:Words) ON EACH [words.title, words.all] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
];

/** Most things that one search looks at more closely. Of more the database's own score chooses. */
const mostCandidates = 10_000;

const searchStatement: Statement = {
  name: 'search',
  room: 'read',
  text: `CALL db.index.fulltext.queryNodes('words', $query) YIELD node AS words, score
    WHERE words.typename IN $typenames
    RETURN words {.id, .typename, .all, .fields, .ends} AS words
    ORDER BY score DESC, words.id
    LIMIT $limit`,
};

/** A Neo4j 5 over Bolt. Opening does not connect: a database that is away is an error of the question asked of it. */
export function openNeo4j(options: Neo4jOptions): Engine {
  const { uri, user, password, database, timeoutMs = 10_000, onNotification } = options;
  const driver = createDriver(uri, user, password, onNotification !== undefined);
  let closed = false;
  // Of the indexes that this adapter needs for itself those that have been made.
  const made = new Set<string>();

  const transactionConfig = { timeout: timeoutMs };
  const rowsOf = (statement: Statement, { records, summary }: QueryResult): Row[] => {
    for (const notification of summary.notifications) onNotification?.(statement.name, notification);
    return records.map((record) => record.toObject());
  };

  const guarded = async <T>(statement: Statement, work: () => Promise<T>): Promise<T> => {
    if (closed) throw fault(statement, 'DATABASE_UNAVAILABLE', new Error('The engine is closed'));
    try {
      return await work();
    } catch (cause) {
      throw cause instanceof EngineError ? cause : fault(statement, codeOf(cause), cause);
    }
  };

  // All rows come in one portion.
  const readOnly = { database, defaultAccessMode: neo4j.session.READ, fetchSize: -1 };

  // Without a transaction of its own, which would take a round trip more to end.
  const askOnce = async (text: string, params: Record<string, unknown>): Promise<QueryResult> => {
    const session = driver.session(readOnly);
    try {
      return await session.run(text, params, transactionConfig);
    } finally {
      await session.close();
    }
  };

  /** What may succeed the second time is asked once more after a moment, unless it took long to fail. */
  const askTwice = async (text: string, params: Record<string, unknown>): Promise<QueryResult> => {
    const begin = performance.now();
    try {
      return await askOnce(text, params);
    } catch (cause) {
      if (!(cause instanceof Neo4jError && cause.retryable) || performance.now() - begin > retryWithinMs) throw cause;
      await wait(retryPauseMs);
      return askOnce(text, params);
    }
  };

  const ask = (statement: Statement, params: Params, withinMs: number): Promise<Row[]> =>
    guarded(statement, async () => rowsOf(statement, await spoken(askTwice(statement.text, bound(params)), withinMs)));

  // The database itself ends a statement that takes too long; a little later even a silent one is given up.
  const read = (statement: Statement, params: Params = {}): Promise<Row[]> =>
    ask(statement, params, timeoutMs + patienceMs);

  const write = (statement: Statement, params: Params = {}): Promise<Row[]> =>
    guarded(statement, async () => {
      if (statement.room === 'index') {
        // Those that begin with a number are needed to write.
        const own = /^\d/.test(statement.name) ? indexesToWrite : indexesToRead;
        const missing = own.filter((text) => !made.has(text));
        for (const text of [statement.text, ...missing]) await driver.executeQuery(text, {}, { database });
        for (const text of missing) made.add(text);
        await driver.executeQuery('CALL db.awaitIndexes(3600)', {}, { database });
        return [];
      }
      const session = driver.session({ database });
      try {
        return await session.executeWrite(async (transaction: ManagedTransaction) => {
          const rows = rowsOf(statement, await transaction.run(statement.text, bound(params)));
          const words = wordsToWrite(params.rows);
          if (words.length > 0) await transaction.run(writeWords, { words });
          await transaction.run(countWrite);
          return rows;
        });
      } finally {
        await session.close();
      }
    });

  const version = async (): Promise<string> => {
    const [state] = await ask(stateStatement, {}, patienceMs);
    if (state?.importing) throw fault(stateStatement, 'DATABASE_IMPORTING', new Error('An import is running'));
    return String(state?.count ?? 0);
  };

  const search = async (text: string, typenames: readonly string[], limit: number, need: Need = 'ALL') => {
    const asked = askedOf(text);
    if (asked.length === 0) return [];
    // The index finds candidates; whether and how well they answer is judged as on every engine.
    const rows = await read(searchStatement, { query: queryOf(asked, need), typenames, limit: mostCandidates });
    const candidates = rows.map(({ words }) => wordsRead(words as StoredWords));
    return ranked(await hitsAmong(candidates, asked, need, answersOnce(asked)), limit);
  };

  return {
    name: 'neo4j',
    read,
    write,
    search,
    version,
    close: async () => {
      closed = true;
      await driver.close();
    },
  };
}

/** Who answers now; null where the database is away, a UsageError in one line where waiting would not help. */
export async function greetNeo4j({ uri, user, password, database }: Neo4jOptions): Promise<string | null> {
  const driver = createDriver(uri, user, password, false);
  try {
    const { agent } = await spoken(driver.getServerInfo({ database }), patienceMs);
    // That there is such a database, and that the user may read it, only a question shows.
    await spoken(driver.executeQuery('RETURN 1', {}, { database, routing: neo4j.routing.READ }), patienceMs);
    return agent ?? 'Neo4j';
  } catch (cause) {
    if (isRefusal(cause)) {
      throw new UsageError(`Neo4j at ${uri} refuses the user "${user}". Check NEO4J_USER and NEO4J_PASSWORD.`);
    }
    if (codeOf(cause) === 'DATABASE_UNAVAILABLE') return null;
    throw new UsageError(`What answers at ${uri} cannot be used: ${(cause as Error).message.split('\n')[0]}`);
  } finally {
    // Not waited for: what took the connection and says nothing would never let it close.
    driver.close().catch(() => {});
  }
}

function createDriver(uri: string, user: string, password: string, notifications: boolean): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    // Counts, ranks and positions lie far below 2^53.
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    // All below the deadline of a request, so that it learns that the database is away and does not hang.
    connectionTimeout: 1_500,
    connectionAcquisitionTimeout: 3_000,
    // Once more after a second, whatever failed; each time after that would double the wait.
    maxTransactionRetryTime: retryWithinMs,
    maxConnectionPoolSize: 50,
    connectionLivenessCheckTimeout: 60_000,
    userAgent: 'policy-timelines',
    notificationFilter: notifications
      ? undefined
      : { minimumSeverityLevel: neo4j.notificationFilterMinimumSeverityLevel.OFF },
  });
}

/** What a database said, unless it was silent for so long: one that hangs, or is cut off, does not even say so. */
async function spoken<T>(answer: Promise<T>, withinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = new Neo4jError(`No answer within ${withinMs} ms`, 'ServiceUnavailable', '', '');
    timer = setTimeout(() => reject(error), withinMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

const fault = (statement: Statement, code: ErrorCode, cause: unknown) =>
  new EngineError('neo4j', statement.name, code, cause, retriable.has(code) ? retryAfterMs : undefined);

const retriable = new Set<ErrorCode>(['DATABASE_UNAVAILABLE', 'DATABASE_IMPORTING', 'DATABASE_TIMEOUT']);

const isRefusal = (cause: unknown) => cause instanceof Neo4jError && cause.code.startsWith('Neo.ClientError.Security.');

/** What a failure means to a caller. */
function codeOf(cause: unknown): ErrorCode {
  if (!(cause instanceof Neo4jError)) return 'DATABASE_FAILED';
  if (cause.code.includes('TransactionTimedOut')) return 'DATABASE_TIMEOUT';
  const isAway = cause.code === 'ServiceUnavailable' || cause.code === 'SessionExpired' || isRefusal(cause);
  return isAway || cause.retryable || /acquisition timed out/.test(cause.message)
    ? 'DATABASE_UNAVAILABLE'
    : 'DATABASE_FAILED';
}

/** Bolt sends JavaScript's numbers as floats, which LIMIT refuses; whole ones go as BigInt. `undefined` goes as null. */
function bound(params: Params): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, boundValue(value)]));
}

function boundValue(value: Value): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(boundValue);
  if (value !== null && typeof value === 'object') return bound(value as Params);
  return value ?? null;
}

/** The words of a thing as they are stored: those of all its texts in a row, with the field of each text and where it ends. */
interface StoredWords extends Record<string, Value> {
  id: string;
  typename: string;
  /** The words that it is called by, which the index prefers where it finds too many things. */
  title: string;
  all: string;
  fields: Field[];
  ends: number[];
}

/** For each node among the rows of a write the words that it is found by. */
function wordsToWrite(rows: Value): StoredWords[] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: Value) => {
    // A link is written as a node and as what walks read of it.
    const node = (row as { node?: TextNode } | null)?.node ?? (row as TextNode | null);
    const worded = node?.__typename ? wordedOf(node) : null;
    return worded ? wordsStored(worded) : [];
  });
}

function wordsStored({ id, typename, texts }: Worded): StoredWords {
  let end = 0;
  return {
    id,
    typename,
    title: texts.flatMap(({ field, words }) => (isName(field) ? words : [])).join(' '),
    all: texts.flatMap(({ words }) => words).join(' '),
    fields: texts.map(({ field }) => field),
    ends: texts.map(({ words }) => (end += words.length)),
  };
}

function wordsRead({ id, typename, all, fields, ends }: StoredWords): Worded {
  const words = all.split(' ');
  return {
    id,
    typename,
    texts: fields.map((field, at) => ({ field, words: words.slice(ends[at - 1] ?? 0, ends[at]) })),
  };
}

/**
 * The words, those of titles before others where there are too many things. They are letters and digits alone, so
 * nothing needs escaping.
 */
function queryOf(asked: readonly AskedWord[], need: Need): string {
  return asked
    .map(({ word, unfinished, forgiving }) => {
      const forms = [`title:${word}^8`, `all:${word}`];
      if (unfinished) forms.push(`all:${word}*`);
      if (forgiving) forms.push(`all:${word}~1`);
      return `${need === 'ALL' ? '+' : ''}(${forms.join(' ')})`;
    })
    .join(' ');
}
