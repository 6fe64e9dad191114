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
import { CallerError } from '../errors';

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
