import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { defaultLimits, type Limits } from '../../src/config';
import type { Engine } from '../../src/engine/engine';
import { type Context, contextMaker } from '../../src/server/context';
import { createApollo } from '../../src/server/graphql';

export interface Answer {
  // The tests know what they asked for; its type would be the query once more.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  data?: any;
  errors?: readonly GraphQLFormattedError[];
}

/** What a request may cost has its own tests; here a busy machine may take its time, and a query may ask for a lot. */
export const limits: Limits = { ...defaultLimits, cost: 10_000_000, deadlineMs: 120_000 };

let apollo: ApolloServer<Context> | undefined;

const faults: unknown[] = [];

/** Asks an engine in GraphQL, through the real schema, resolvers and loaders. A fault of ours fails the test. */
export async function ask(engine: Engine, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  apollo ??= createApollo(limits, ({ fault }) => void faults.push(fault));
  const { body } = await apollo.executeOperation(
    { query, variables },
    { contextValue: await contextMaker(engine, limits.deadlineMs)() },
  );
  if (body.kind !== 'single') throw new Error('Expected one answer, but got several');
  if (faults.length > 0) throw new Error('The answer hides a fault', { cause: faults.splice(0)[0] });
  // Rows come from a database without prototypes of ours; as JSON they are what a client reads.
  return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
}
