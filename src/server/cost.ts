import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { mostExported } from '../resolvers/selection';

/** What an operation can ask the server to do, worked out before anything is done. */
export interface Price {
  /** Fields that the answer can hold: each counts once for every thing that the lists around it can hold. */
  cost: number;
  /** The field whose own selection costs most, as a path of field names, and how much. */
  dearest: { path: string; cost: number };
  /** Fields at the top of the operation, repeated ones included. */
  rootFields: number;
  /** Fields under another name than their own. */
  aliases: number;
  /** How often the whole schema is asked for, whose fields are not counted. */
  schemas: number;
}

/** Everything that a price depends on beside the operation itself. */
export interface Pricing {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
  /** How long a page is that does not say its length. */
  page: number;
}

/** The arguments that say how long the lists directly below a field can become. */
const sizes = ['first', 'last', 'maxEvents', 'maxItems'];

/** How long a list is taken to be that no argument bounds. */
const plainList = 5;

/** Lists that no argument bounds and that mostly have another length. */
const usualLengths: Readonly<Record<string, number>> = {
  'EventConnection.facets': 6,
  'Facet.values': 100,
  'Series.observations': 150,
  'Series.gaps': 20,
  'Dataset.vocabulary': 15,
  'Policy.states': 10,
  'Query.stories': 10,
  'Story.steps': 10,
  'Story.links': 15,
  'Lesson.events': 10,
  'Lesson.glossary': 10,
  'Query.lessonsFor': 6,
};

/** Fields of which a whole file is made, counted for every event that it can hold. */
const fieldsExported = 20;

/** Most steps of a story: a data set's own check allows no more. */
const mostSteps = 200;

/** Lists whose argument bounds not them but the lists in them. */
const boundedWithin = new Set(['EventConnection.facets']);

/** What fields cost by themselves that work out much more than they show, beside the fields asked of them. */
const works: Readonly<Record<string, number>> = { 'Query.lesson': 2_000, 'Query.lessonsFor': 4_000 };

/** What the description of one type is taken to cost: it is worked out in one go. */
const ofType = 10_000;

/** Where a selection stands: how often it can come, and how long the lists directly in it can be, where that is told. */
interface Place {
  path: string;
  times: number;
  size: number | null;
  /** What the lists directly in it never exceed. */
  most: number;
}

/** Prices a valid operation; its variables need not be checked yet. Takes time for each selection, fragments written out. */
export function priceOf(operation: OperationDefinitionNode, { schema, fragments, variables, page }: Pricing): Price {
  const costs = new Map<string, number>();
  let [rootFields, aliases, schemas] = [0, 0, 0];
  const known = { ...defaultsOf(operation), ...variables };
  const root = schema.getRootType(operation.operation);
  if (root) visit(operation.selectionSet, root, { path: '', times: 1, size: null, most: Number.POSITIVE_INFINITY });
  const [path = '', cost = 0] = [...costs].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  const sum = [...costs.values()].reduce((all, one) => all + one, 0);
  return { cost: sum, dearest: { path, cost }, rootFields, aliases, schemas };

  function visit(selections: SelectionSetNode, type: GraphQLNamedType, place: Place): void {
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        visitField(selection, type, place);
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const on = part?.typeCondition && schema.getType(part.typeCondition.name.value);
      if (part) visit(part.selectionSet, on ?? type, place);
    }
  }

  function visitField(node: FieldNode, type: GraphQLNamedType, { path, times, size, most }: Place): void {
    costs.set(path, (costs.get(path) ?? 0) + times);
    if (path === '') rootFields += 1;
    if (node.name.value === '__schema') schemas += 1;
    if (node.name.value === '__type') costs.set('__type', (costs.get('__type') ?? 0) + ofType);
    if (node.alias && node.alias.value !== node.name.value) aliases += 1;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet || !isCompositeType(getNamedType(field.type))) return;
    const name = `${type.name}.${field.name}`;
    if (name === 'Query.export') costs.set(field.name, (costs.get(field.name) ?? 0) + costOfExport(node));
    const own = works[name];
    if (own !== undefined) costs.set(field.name, (costs.get(field.name) ?? 0) + own * times);
    const within = boundedWithin.has(name);
    const told = sizeTold(node, field, within ? null : page);
    const length = Math.min((within ? null : told) ?? usualLengths[name] ?? size ?? plainList, most);
    const isList = isListType(getNullableType(field.type));
    visit(node.selectionSet, getNamedType(field.type), {
      path: path === '' ? field.name : `${path}.${field.name}`,
      times: isList ? times * length : times,
      size: isList ? null : told,
      most: within && told !== null ? told : Number.POSITIVE_INFINITY,
    });
  }

  function costOfExport({ arguments: given = [] }: FieldNode): number {
    const of = given.find(({ name }) => name.value === 'of');
    const { events, story } = ((of && valueFromASTUntyped(of.value, known)) ?? {}) as Selected;
    const ids = Array.isArray(events?.ids) ? events.ids.length : mostExported;
    return fieldsExported * (story === undefined ? ids : mostSteps);
  }

  /** How long the lists of a field can become by its arguments, `untold` where it has them and none is given. */
  function sizeTold(node: FieldNode, field: GraphQLField<unknown, unknown>, untold: number | null): number | null {
    const given = new Map(node.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value, known)]));
    const ids = given.get('ids');
    if (Array.isArray(ids)) return ids.length;
    const sizing = field.args.filter(({ name }) => sizes.includes(name));
    if (sizing.length === 0) return null;
    const told = sizing.map(({ name, defaultValue }) => given.get(name) ?? defaultValue);
    const numbers = told.filter((one): one is number => typeof one === 'number' && one >= 0);
    return numbers.length > 0 ? Math.max(...numbers) : untold;
  }
}

interface Selected {
  events?: { ids?: unknown } | null;
  story?: unknown;
}

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
