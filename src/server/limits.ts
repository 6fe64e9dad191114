import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../config';
import { CallerError, type ErrorCode, errorCodes } from '../errors';
import { defaultPage } from '../resolvers/connections';
import { secondsOf } from './answers';
import type { Context } from './context';
import { type Price, priceOf } from './cost';
import { createGate } from './gate';
import type { Metrics } from './metrics';
import { faultOfVariables } from './variables';

/** Refuses a document whose fields nest deeper than `most`, fragments followed; introspection has a rule of its own. */
export const maxDepth =
  (most: number): ValidationRule =>
  (context: ValidationContext): ASTVisitor => {
    const depthOfFragment = new Map<string, number>();

    const depthOf = (selections: SelectionSetNode, open: readonly string[]): number =>
      selections.selections.reduce((deepest, selection) => {
        if (selection.kind === Kind.FIELD) {
          if (selection.name.value.startsWith('__')) return deepest;
          const below = selection.selectionSet ? depthOf(selection.selectionSet, open) : 0;
          return Math.max(deepest, 1 + below);
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(deepest, depthOf(selection.selectionSet, open));
        return Math.max(deepest, ofFragment(context.getFragment(selection.name.value), open));
      }, 0);

    const ofFragment = (fragment: FragmentDefinitionNode | null | undefined, open: readonly string[]): number => {
      // A fragment that contains itself is refused by another rule; here it must only come to an end.
      if (!fragment || open.includes(fragment.name.value)) return 0;
      const name = fragment.name.value;
      const known = depthOfFragment.get(name);
      if (known !== undefined) return known;
      const depth = depthOf(fragment.selectionSet, [...open, name]);
      depthOfFragment.set(name, depth);
      return depth;
    };

    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet, []);
        if (depth <= most) return;
        const message = `This query nests fields ${depth} deep; the limit is ${most}. Ask in two queries.`;
        const originalError = new CallerError('DEPTH_LIMIT', message, { depth, limit: most });
        context.reportError(new GraphQLError(message, { nodes: operation, originalError }));
      },
    };
  };

/** Refuses what is no query, in words. The schema has nothing else, and graphql-js says so only when it executes. */
export const queriesOnly: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (operation.operation === OperationTypeNode.QUERY) return;
    const message = `This server answers queries; it has no ${operation.operation}s.`;
    context.reportError(new GraphQLError(message, { nodes: operation }));
  },
});

/** What a request must cost at least to be a heavy one, of which few are answered at a time. */
const heavy = 10_000;

/**
 * Refuses what could give too large an answer by the lengths that the request itself gives its lists, before anything is
 * asked of the database; and lets only so many requests work at a time, heavy ones fewer.
 */
export function demandControl(limits: Limits, metrics: Metrics): ApolloServerPlugin<Context> {
  const heavyGate = createGate(2, 64, limits.deadlineMs);
  const lightGate = createGate(64, 512, limits.deadlineMs);
  metrics.watchGate('heavy', heavyGate);
  metrics.watchGate('light', lightGate);
  return {
    requestDidStart: async () => {
      let leave = () => {};
      return {
        didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return;
          const fragments = Object.fromEntries(
            document.definitions.flatMap((one) =>
              one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
            ),
          );
          const variables = request.variables ?? {};
          try {
            const fault = faultOfVariables(variables);
            if (fault) throw fault;
            const price = priceOf(operation, { schema, fragments, variables, page: defaultPage });
            Object.assign(contextValue.found, { operation: operation.name?.value ?? null, cost: price.cost });
            checkPrice(price, limits);
            leave = await (price.cost >= heavy ? heavyGate : lightGate).enter(contextValue.gone);
          } catch (fault) {
            throw refused(fault, operation);
          }
        },
        willSendResponse: async () => leave(),
      };
    },
  };
}

/** Most descriptions of the whole schema in an answer: each is worked out in one go. */
const mostSchemas = 1;

/** What of a price has a limit. */
const priced = ['rootFields', 'aliases', 'schemas', 'cost'] as const;

/** A refusal with the HTTP head that goes with it. */
function refused(fault: unknown, operation: OperationDefinitionNode): unknown {
  if (!(fault instanceof CallerError)) return fault;
  const { code, retryAfterMs } = fault.extensions;
  const headers = new Map(retryAfterMs === undefined ? [] : [['retry-after', secondsOf(Number(retryAfterMs))]]);
  const http = { status: errorCodes[code], headers };
  return new GraphQLError(fault.message, { nodes: operation, originalError: fault, extensions: { http } });
}

function checkPrice({ cost, dearest, aliases, rootFields, schemas }: Price, limits: Limits): void {
  const most: Partial<Record<keyof Price, number>> = { ...limits, schemas: mostSchemas };
  const said = (count: number) => count.toLocaleString('en-US');
  const check = (
    what: (typeof priced)[number],
    count: number,
    wordsFor: (count: string) => [words: string, advice: string],
  ) => {
    const limit = most[what] ?? 0;
    if (count <= limit) return;
    const [words, advice] = wordsFor(said(count));
    throw new CallerError('QUERY_TOO_COMPLEX', `${words}; the limit is ${said(limit)}. ${advice}`, {
      [what]: count,
      limit,
    });
  };
  const inSeveral = 'Ask in several requests.';
  check('rootFields', rootFields, (count) => [`This query asks ${count} questions at once`, inSeveral]);
  check('aliases', aliases, (count) => [`This query gives ${count} fields a name of its own`, inSeveral]);
  check('schemas', schemas, (count) => [`This query asks for the schema ${count} times`, 'Once tells all of it.']);
  check('cost', cost, (count) => [
    `This query could cost ${count}`,
    `Most of it, ${said(dearest.cost)}, is for "${dearest.path}": ask for shorter lists on the way there, with "first" or "maxEvents".`,
  ]);
}

/** The limit that raised this error, as src/config.ts names it, or another that is always there; null where none did. */
export function limitOf({ originalError, message }: GraphQLError): string | null {
  if (!(originalError instanceof CallerError)) {
    return unnamedLimits.find(([pattern]) => pattern.test(message))?.[1] ?? null;
  }
  const { code, ...details } = originalError.extensions;
  if (code === 'QUERY_TOO_COMPLEX') return priced.find((name) => name in details) ?? null;
  return limitsOfCodes[code] ?? null;
}

const limitsOfCodes: Partial<Record<ErrorCode, string>> = {
  DEPTH_LIMIT: 'depth',
  OVERLOADED: 'gate',
  REQUEST_TIMEOUT: 'deadlineMs',
};

/** The limits of Apollo and graphql-js, which have no code of their own. */
const unnamedLimits: readonly [theirs: RegExp, name: string][] = [
  [/more that \d+ tokens/, 'tokens'],
  [/recursively requests too many selections/, 'selections'],
];
