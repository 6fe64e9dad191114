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
  /**
   * Fields that the answer can hold: each counts once for every thing that the lists around it can hold. And the work
   * that such fields do not tell, as many fields as take about as long.
   */
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
  'Comparison.rivals': 20,
  'Lesson.events': 10,
  'Lesson.glossary': 10,
  'Query.lessonsFor': 6,
};

/** Fields of which a whole file is made, counted for every event that it can hold. */
const fieldsExported = 20;

/** Most steps of a story: a data set's own check allows no more. */
const mostSteps = 200;

/** Lists that go along a way: as long as the depth that was asked for, and so much more. */
const alongDepth: Readonly<Record<string, number>> = { 'Path.events': 1, 'Path.links': 0 };

/** Fields that are worked out from every link along a way. */
const readAlong = new Set(['Path.inWords', 'Path.disputed', 'Path.families']);

/** What a walk or a search for ways takes, each time: so much for itself, and one for each event that it can reach. */
const ofWalks = 10;

/** What fields take each time they are answered, whatever is asked for in them. */
const works: Readonly<Record<string, number>> = {
  'Query.__type': 10_000,
  'Query.search': 500,
  'Query.policiesOn': 500,
  'Query.timeline': 1_000,
  'Query.paths': 1_000,
  'Chain.paths': 100,
  'Query.beforeAndAfter': 200,
  'Comparison.rivals': 500,
  'Metric.series': 100,
  'Metric.seriesList': 100,
  'EventConnection.facets': 500,
  'Query.lesson': 2_000,
  'Query.lessonsFor': 4_000,
};

/** What it takes to find what a list is filtered by: its words. */
const ofWords = 500;

/** Lists whose argument bounds not them but the lists in them. */
const boundedWithin = new Set(['EventConnection.facets']);

/** Where a selection stands: how often it can come, and how long the lists directly in it can be, where that is told. */
interface Place {
  path: string;
  times: number;
  size: number | null;
  /** What the lists directly in it never exceed. */
  most: number;
  /** How far the walk around it goes at most. */
  depth: number;
}

/** Prices a valid operation; its variables need not be checked yet. Takes time for each selection, fragments written out. */
export function priceOf(operation: OperationDefinitionNode, { schema, fragments, variables, page }: Pricing): Price {
  const costs = new Map<string, number>();
  let [rootFields, aliases, schemas] = [0, 0, 0];
  const known = { ...defaultsOf(operation), ...variables };
  const root = schema.getRootType(operation.operation);
  const endless = Number.POSITIVE_INFINITY;
  if (root) visit(operation.selectionSet, root, { path: '', times: 1, size: null, most: endless, depth: 0 });
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

  function visitField(node: FieldNode, type: GraphQLNamedType, { path, times, size, most, depth }: Place): void {
    const name = `${type.name}.${node.name.value}`;
    const own = path === '' ? node.name.value : `${path}.${node.name.value}`;
    add(path, times);
    if (path === '') rootFields += 1;
    if (node.name.value === '__schema') schemas += 1;
    if (node.alias && node.alias.value !== node.name.value) aliases += 1;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const given = givenTo(node, field);
    add(own, times * (workOf(name, given) + (readAlong.has(name) ? depth : 0)));
    if (!field || !node.selectionSet || !isCompositeType(getNamedType(field.type))) return;
    const within = boundedWithin.has(name);
    const told = sizeTold(given, field, within ? null : page);
    const along = name in alongDepth ? depth + (alongDepth[name] ?? 0) : undefined;
    const length = Math.min((within ? null : told) ?? along ?? usualLengths[name] ?? size ?? plainList, most);
    const isList = isListType(getNullableType(field.type));
    visit(node.selectionSet, getNamedType(field.type), {
      path: own,
      times: isList ? times * length : times,
      size: isList ? null : told,
      most: within && told !== null ? told : endless,
      depth: countOf(given.get('depth')) ?? depth,
    });
  }

  function add(path: string, cost: number): void {
    if (cost > 0) costs.set(path, (costs.get(path) ?? 0) + cost);
  }

  /** The arguments of a field that are written, or have a default. */
  function givenTo(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): Map<string, unknown> {
    const given = new Map<string, unknown>(field?.args.map(({ name, defaultValue }) => [name, defaultValue]));
    for (const { name, value } of node.arguments ?? []) {
      const said = valueFromASTUntyped(value, known);
      given.set(name.value, said ?? given.get(name.value));
    }
    return given;
  }
}

/** What a field takes each time, beside what the answer holds of it. */
function workOf(name: string, given: ReadonlyMap<string, unknown>): number {
  const where = given.get('where');
  const words = typeof where === 'object' && where !== null && 'text' in where && where.text ? ofWords : 0;
  const reach = given.has('maxEvents') ? ofWalks + (countOf(given.get('maxEvents')) ?? 0) : 0;
  const exported = name === 'Query.export' ? costOfExport(given.get('of')) : 0;
  return (works[name] ?? 0) + words + reach + exported;
}

interface Selected {
  events?: { ids?: unknown } | null;
  story?: unknown;
}

function costOfExport(of: unknown): number {
  const { events, story } = (of ?? {}) as Selected;
  const ids = Array.isArray(events?.ids) ? events.ids.length : mostExported;
  return fieldsExported * (story === undefined ? ids : mostSteps);
}

/** How long the lists of a field can become by its arguments, `untold` where it has them and none is given. */
function sizeTold(
  given: ReadonlyMap<string, unknown>,
  field: GraphQLField<unknown, unknown>,
  untold: number | null,
): number | null {
  const ids = given.get('ids');
  if (Array.isArray(ids)) return ids.length;
  const sizing = field.args.filter(({ name }) => sizes.includes(name));
  if (sizing.length === 0) return null;
  const numbers = sizing.flatMap(({ name }) => countOf(given.get(name)) ?? []);
  return numbers.length > 0 ? Math.max(...numbers) : untold;
}

const countOf = (value: unknown): number | null => (typeof value === 'number' && value >= 0 ? value : null);

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
