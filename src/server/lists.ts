import type { ApolloServerPlugin } from '@apollo/server';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Context } from './context';

/** Has the things of every list worked out in turns, wherever the list comes from. */
export const listsInTurns: ApolloServerPlugin<Context> = {
  serverWillStart: async ({ schema }) => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || isIntrospectionType(type)) continue;
      for (const field of Object.values(type.getFields())) if (isListOfThings(field.type)) takeTurns(field);
    }
  },
};

const isListOfThings = (type: GraphQLOutputType) =>
  isListType(getNullableType(type)) && !isLeafType(getNamedType(type));

function takeTurns(field: GraphQLField<unknown, Context>): void {
  const { resolve = defaultFieldResolver } = field;
  const inTurns = (found: unknown, { turns }: Context) => (Array.isArray(found) ? turns.list(found) : found);
  field.resolve = (source, args, context, info) => {
    const found = resolve(source, args, context, info);
    return found instanceof Promise ? found.then((list) => inTurns(list, context)) : inTurns(found, context);
  };
}
