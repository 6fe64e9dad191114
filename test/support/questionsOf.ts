import {
  buildASTSchema,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { readSchema } from '../../src/server/graphql';

const schema = buildASTSchema(readSchema());

/**
 * The most questions that a document may ask a database: a sum over the places where its fields stand. A place counts
 * once, however many things the answer has there; that is the promise.
 */
export function mostQuestions(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const defaults = Object.fromEntries(
    ((operation as OperationDefinitionNode).variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue ? valueFromASTUntyped(defaultValue) : null,
    ]),
  );

  const ofSelections = ({ selections }: SelectionSetNode, parent: GraphQLNamedType, spans = 1): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + ofField(selection, parent, spans);
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const type = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      return fragment && type ? sum + ofSelections(fragment.selectionSet, type, spans) : sum;
    }, 0);

  const ofField = (field: FieldNode, parent: GraphQLNamedType, spans: number): number => {
    const name = field.name.value;
    if (name.startsWith('__') || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const definition = (parent as GraphQLObjectType).getFields()[name];
    if (!definition) return 0;
    const argument = (of: string): unknown => {
      const given = field.arguments?.find((node) => node.name.value === of);
      const promised = definition.args.find((node) => node.name === of)?.defaultValue;
      return given ? valueFromASTUntyped(given.value, defaults) : promised;
    };
    const type = getNamedType(definition.type);
    const isInOrder = parent === schema.getQueryType() && readInOrder.has(name);
    const below =
      field.selectionSet && isCompositeType(type)
        ? ofSelections(field.selectionSet, type, isInOrder ? mostSpans : 1)
        : 0;
    // A walk asks once a level, once more for the links among the deepest, and once for what was cut.
    const levels = typeof argument('depth') === 'number' ? Number(argument('depth')) + 2 : 0;
    const filter = Object.keys((argument('where') as object | null) ?? {}).length > 0 ? questionsOfAFilter : 0;
    const own = isInOrder ? mostPortions : (questions[name] ?? (isCompositeType(type) ? 1 : 0));
    return below + levels + filter + own * (ofWholeList.has(name) ? spans : 1);
  };

  // The data set's own row is read with every request.
  return (
    1 + ofSelections((operation as OperationDefinitionNode).selectionSet, schema.getQueryType() as GraphQLNamedType)
  );
}

/** Lists of which a page is looked for in the order that they are stored in. */
const readInOrder = new Set([
  ...['events', 'links', 'claims', 'policies', 'actors'],
  ...['places', 'sources', 'metrics', 'observations', 'timeline'],
]);
/** What is asked of every part of such an order; by days there are three parts at most (`spansOf`). */
const ofWholeList = new Set(['totalCount', 'facets']);
const mostSpans = 3;
/** A page is looked for in four portions of one part, each larger than the one before, and once in the two others. */
const mostPortions = 6;

/** The things that the filter names, those that were merged away, its words, and who holds an office. */
const questionsOfAFilter = 4;

/** Fields that ask more than once for what they name, or ask although they are text or a number. */
const questions: Readonly<Record<string, number>> = {
  // What a list of these says of itself comes with the list.
  edges: 0,
  nodes: 0,
  node: 0,
  pageInfo: 0,
  date: 0,
  totalCount: 1,
  facets: 6,
  // The event, the metric and its series with what must be known, the places around and what else happened then.
  beforeAndAfter: 8,
  // The selection with its links, claims and their speakers, places, actors, policies, sources and numbers.
  export: 20,
  // The selection, two steps of causes, the claims with their speakers and sources; and as much again for what is nearest.
  lesson: 45,
  lessonsFor: 60,
  // A sentence names both ends of a link, the claims about it and who made them.
  label: 3,
  inWords: 4,
  // An id that was merged away is asked for once more.
  event: 2,
  disputed: 1,
  families: 1,
};
