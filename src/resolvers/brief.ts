import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { PacedLoader } from '../loaders/keyed';
import type { Entity, EventInBrief, HopRow, ToldHopRow } from '../loaders/rows';
import type { Context } from '../server/context';

/** How much a selection reads of a thing: no more than a walk knows of it, what is mostly shown of it, or more. */
type Reads = 'WALKED' | 'BRIEF' | 'WHOLE';

const extents: readonly Reads[] = ['WALKED', 'BRIEF', 'WHOLE'];

/** What the resolver of each field reads of the thing itself; a field that is not named here may read all of it. */
const reads: Readonly<Record<'Event' | 'EventLink', Partial<Record<Reads, readonly string[]>>>> = {
  Event: {
    WALKED: [
      ...['__typename', 'id', 'jurisdictions', 'affects', 'places', 'participations', 'policyChanges', 'followedBy'],
      ...['precededBy', 'whatFollowed', 'whatLedTo', 'claims', 'observations', 'stories', 'sources'],
    ],
    BRIEF: ['label', 'title', 'date', 'kind', 'verification'],
  },
  EventLink: {
    WALKED: ['__typename', 'id', 'from', 'to', 'claims', 'sources'],
    BRIEF: ['label', 'type', 'family', 'evidence', 'disputed'],
  },
};

type Fragments = GraphQLResolveInfo['fragments'];

/** The fields of a selection, those of its fragments among them. */
function fieldsIn(selections: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection;
    const { selectionSet } =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : (fragments[selection.name.value] ?? {});
    return fieldsIn(selectionSet, fragments);
  });
}

const most = (all: readonly Reads[]): Reads => extents[Math.max(0, ...all.map((one) => extents.indexOf(one)))] as Reads;

const extentOf = (typename: 'Event' | 'EventLink', { name, arguments: given = [] }: FieldNode): Reads => {
  // An event is told in brief in one language alone.
  if (typename === 'Event' && given.some((argument) => argument.name.value === 'lang')) return 'WHOLE';
  return extents.find((extent) => reads[typename][extent]?.includes(name.value)) ?? 'WHOLE';
};

/** Works something out once for each place in a document, which Apollo keeps from one request to the next. */
function oncePerField<T>(workOut: (field: FieldNode, info: GraphQLResolveInfo) => T) {
  const known = new WeakMap<FieldNode, T>();
  return (field: FieldNode, info: GraphQLResolveInfo): T => {
    const before = known.get(field);
    if (before !== undefined) return before;
    const found = workOut(field, info);
    known.set(field, found);
    return found;
  };
}

const readsOf = (typename: 'Event' | 'EventLink') =>
  oncePerField(({ selectionSet }, { fragments }) =>
    most(fieldsIn(selectionSet, fragments).map((field) => extentOf(typename, field))),
  );

const readsOfEvent = readsOf('Event');
const readsOfLink = readsOf('EventLink');

const readsOfSteps = oncePerField(({ selectionSet }, info) =>
  most(fieldsIn(selectionSet, info.fragments).flatMap((field) => (isEvent(field) ? readsOfEvent(field, info) : []))),
);
const isEvent = ({ name }: FieldNode) => name.value === 'event';

/** The fields of a path that are worked out from what its links say. */
const ofWholeLinks = ['disputed', 'families', 'inWords'];

const readsOfPaths = oncePerField(({ selectionSet }, info) =>
  most(
    fieldsIn(selectionSet, info.fragments).map((field) => {
      if (ofWholeLinks.includes(field.name.value)) return 'WHOLE';
      return field.name.value === 'links' ? readsOfLink(field, info) : 'WALKED';
    }),
  ),
);

/** What is read of the links of a chain or of paths, wherever these show them. */
const readsOfWalkedLinks = oncePerField((field, info) => {
  const within = ({ selectionSet }: FieldNode, type: GraphQLNamedType): Reads => {
    // What is shown of an event is asked for by itself.
    if (!isObjectType(type) || type.name === 'Event') return 'WALKED';
    const fields = fieldsIn(selectionSet, info.fragments);
    return most(
      fields.map((inner) => {
        const found = type.getFields()[inner.name.value];
        const named = found && getNamedType(found.type);
        if (named?.name === 'EventLink') return readsOfLink(inner, info);
        return named ? within(inner, named) : 'WALKED';
      }),
    );
  };
  return within(field, getNamedType(info.returnType));
});

const ofAll = (workOut: (field: FieldNode, info: GraphQLResolveInfo) => Reads, info: GraphQLResolveInfo) =>
  info.fieldNodes.length === 1
    ? workOut(info.fieldNodes[0] as FieldNode, info)
    : most(info.fieldNodes.map((field) => workOut(field, info)));

/** Whether a walk should tell what is mostly shown of links, since nothing else is shown of them. */
export const tellsLinks = (info: GraphQLResolveInfo): boolean => ofAll(readsOfWalkedLinks, info) === 'BRIEF';

type EventRow = Pick<Entity, 'id'> | EventInBrief;

/** An event that is there, as far as it is shown; at once where it has been read already. */
export function eventOf(
  id: string,
  { loaders }: Context,
  info: GraphQLResolveInfo,
): EventRow | null | Promise<EventRow | null> {
  const extent = ofAll(readsOfEvent, info);
  if (extent === 'WALKED') return { id };
  return extent === 'BRIEF' ? loaders.eventInBrief.at(id) : loaders.entityById.at(id);
}

/** Reads the events of steps together, as far as they are shown, so that each is at hand when its step is answered. */
export async function readEventsOfSteps(ids: readonly string[], { loaders }: Context, info: GraphQLResolveInfo) {
  const extent = ofAll(readsOfSteps, info);
  if (extent === 'WALKED') return;
  await readAhead(extent === 'BRIEF' ? loaders.eventInBrief : loaders.entityById, ids);
}

/** The links of a walk as far as they are shown: as the walk knows them, or read whole. */
export function linksOf(hops: readonly HopRow[], { loaders }: Context, info: GraphQLResolveInfo) {
  const extent = ofAll(readsOfLink, info);
  const isKnown = extent === 'WALKED' || (extent === 'BRIEF' && hops.every(isTold));
  return isKnown ? hops : hops.map(({ id }) => loaders.entityById.at(id));
}

/** Reads the links of paths together, if more is shown of them than the walk knows, as paths share most of theirs. */
export async function readLinksOfPaths(hops: readonly HopRow[], { loaders }: Context, info: GraphQLResolveInfo) {
  if (ofAll(readsOfPaths, info) === 'WHOLE') await readAhead(loaders.entityById, new Set(hops.map(({ id }) => id)));
}

/** Has things at hand before they are shown. Those that fail do so there. */
async function readAhead(loader: PacedLoader<unknown>, ids: Iterable<string>): Promise<void> {
  await loader.together([...ids]).catch(() => {});
}

const isTold = (hop: HopRow): hop is ToldHopRow => 'evidence' in hop;
