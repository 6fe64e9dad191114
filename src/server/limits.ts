import type { ApolloServerPlugin } from '@apollo/server';
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../config';
import { CallerError } from '../errors';
import { defaultPage } from '../resolvers/connections';
import type { Context } from './context';
import { type Price, priceOf } from './cost';

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

/** Refuses what costs too much by the lengths that the request itself gives its lists, before anything is asked of the database. */
export const demandControl = (limits: Limits): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation) return;
      const fragments = Object.fromEntries(
        document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
      );
      const price = priceOf(operation, { schema, fragments, variables: request.variables ?? {}, page: defaultPage });
      const refusal = refusalOf(price, limits);
      if (refusal)
        throw new GraphQLError(refusal.message, {
          nodes: operation,
          originalError: refusal,
          extensions: { http: { status: 400 } },
        });
    },
  }),
});

function refusalOf(price: Price, limits: Limits): CallerError | null {
  const { cost, dearest, aliases, rootFields } = price;
  const said = (count: number) => count.toLocaleString('en-US');
  const refuse = (what: string, count: number, limit: number, words: string) =>
    new CallerError('QUERY_TOO_COMPLEX', words, { [what]: count, limit });
  if (rootFields > limits.rootFields) {
    const words = `This query asks ${said(rootFields)} questions at once; the limit is ${said(limits.rootFields)}. Ask in several requests.`;
    return refuse('rootFields', rootFields, limits.rootFields, words);
  }
  if (aliases > limits.aliases) {
    const words = `This query gives ${said(aliases)} fields another name; the limit is ${said(limits.aliases)}. Ask in several requests.`;
    return refuse('aliases', aliases, limits.aliases, words);
  }
  if (cost > limits.cost) {
    const words = `The answer to this query could hold ${said(cost)} fields; the limit is ${said(limits.cost)}. Most of them (${said(dearest.cost)}) stand in "${dearest.path}": ask for shorter lists on the way there, with "first" or "maxEvents".`;
    return refuse('cost', cost, limits.cost, words);
  }
  return null;
}
