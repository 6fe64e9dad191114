import type { ApolloServerPlugin } from '@apollo/server';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Context } from '../../src/server/context';

/** Every name that can be asked for or met, as schema coordinates: `Type.field`, `Type.field(argument:)`, `Enum.VALUE`. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return reachable(schema).flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args }) => [
      `${type.name}.${name}`,
      ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
    ]);
  });
}

/** The types that a query can come to, by name; of an interface only `Node` itself is asked for its fields. */
function reachable(schema: GraphQLSchema): GraphQLNamedType[] {
  const found = new Set<GraphQLNamedType>();
  const waiting: (GraphQLNamedType | null | undefined)[] = [schema.getQueryType()];
  for (const type of waiting) {
    if (!type || found.has(type) || isIntrospectionType(type)) continue;
    found.add(type);
    if (isUnionType(type) || isInterfaceType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (isInputObjectType(type))
      waiting.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { type: answer, args } of Object.values(type.getFields())) {
      waiting.push(getNamedType(answer), ...args.map((argument) => getNamedType(argument.type)));
    }
  }
  // A field of an interface is resolved as a field of the type that stands behind it, and is covered there.
  return [...found].filter((type) => !isInterfaceType(type)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Notes what a query uses, as coordinates: a field when its answer is more than null or an empty list, an argument when
 * its field answers without an error, an enum's value wherever it is said, in a question or in an answer.
 */
export function usePlugin(use: (coordinate: string) => void): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      executionDidStart: async () => ({
        willResolveField:
          ({ info }) =>
          (error, result) => {
            if (error) return;
            const field = `${info.parentType.name}.${info.fieldName}`;
            noteArguments(field, info, use);
            if (result == null || (Array.isArray(result) && result.length === 0)) return;
            use(field);
            const type = getNamedType(info.returnType);
            if (isEnumType(type)) for (const value of [result].flat()) use(`${type.name}.${value}`);
          },
      }),
    }),
  };
}

function noteArguments(field: string, info: GraphQLResolveInfo, use: (coordinate: string) => void): void {
  const { args } = info.parentType.getFields()[info.fieldName] ?? { args: [] };
  const given = new Map(
    info.fieldNodes[0]?.arguments?.map(({ name, value }) => [name.value, plain(value, info)]) ?? [],
  );
  for (const argument of args) {
    const value = given.get(argument.name);
    if (value == null) continue;
    use(`${field}(${argument.name}:)`);
    noteValue(value, argument.type, use);
  }
}

const plain = (value: ValueNode, { variableValues }: GraphQLResolveInfo): unknown =>
  valueFromASTUntyped(value, variableValues);

function noteValue(value: unknown, of: GraphQLInputType, use: (coordinate: string) => void): void {
  const type = getNamedType(of);
  for (const item of [value].flat()) {
    if (isEnumType(type)) use(`${type.name}.${item}`);
    if (!isInputObjectType(type)) continue;
    for (const [name, inner] of Object.entries(item as object)) {
      const input: GraphQLInputField | GraphQLArgument | undefined = type.getFields()[name];
      if (inner == null || !input) continue;
      use(`${type.name}.${name}`);
      noteValue(inner, input.type, use);
    }
  }
}
