import { compareText } from '../answers/chain';
import { type EventName, namesWritten } from '../answers/eventNames';
import { eventTerm } from '../answers/eventTerms';
import { foldText } from '../answers/foldText';
import { groupBy } from '../answers/groups';
import type { Dataset, Row } from './format';
import { daysOf, describe, each, entries, id, type Languages, list, type Properties, type Texts } from './nodes';
import { sortOf } from './sort';

/** What other files say of an event: its places with a role, what it did to policies, the stories that tell it. */
interface Around {
  parts: readonly Row[];
  changes: readonly Row[];
  stories: readonly string[];
}

/** Events with what lists find them by, and what is counted of them. */
export function describeEvents(
  { rows }: Dataset,
  text: Texts,
  languages: Languages,
  places: (id: string) => string[],
): Iterable<Properties> {
  const placeNames = namesOf(rows.places, text);
  const policyNames = namesOf(rows.policies, text);
  const around = aroundEvents(rows);
  const policySorts = new Map(rows.policies.map((row) => [id(row), foldText(String(row.values.name))]));
  const byPolicy = (a: string, b: string) =>
    compareText(policySorts.get(a) ?? '', policySorts.get(b) ?? '') || compareText(a, b);
  const causes = countBy(rows.links, ({ values }) => (values.family === 'CAUSAL' ? [values.to] : []));
  const ends = countBy(rows.links, ({ values }) => [values.from, values.to]);
  return each(rows.events, (row) => {
    const told = around(id(row));
    const [jurisdictions, affects] = [list(row, 'jurisdictions'), list(row, 'affects')];
    const parts = told.parts.map(({ values }) => String(values.place));
    const policies = told.changes.map(({ values }) => String(values.policy));
    const event = describe('events', row, text, {
      ...daysOf(String(row.values.edtf)),
      sort: sortOf(row.values),
      placeIds: [...new Set([...jurisdictions, ...affects, ...parts].flatMap(places))],
      // The lanes of a timeline are made by the first of each list that the event has.
      firstPlace: jurisdictions[0] ?? affects[0] ?? parts[0],
      firstPolicy: [...policies].sort(byPolicy)[0],
      firstActor: entries(row, 'actors')[0]?.actor,
      terms: termsOf(row, told, places),
      names: namesWritten([
        ...placeNames('jurisdictions', jurisdictions),
        ...placeNames('affects', affects),
        ...placeNames('places', parts),
        ...policyNames('policyChanges', policies),
      ]),
    });
    return {
      summary: '',
      kind: 'OTHER',
      verification: 'UNVERIFIED',
      ...event,
      languages: languages(event, ['title', 'summary']),
      recordedCauses: causes.get(id(row)) ?? 0,
      linkCount: ends.get(id(row)) ?? 0,
    };
  });
}

function aroundEvents(rows: Dataset['rows']): (event: string) => Around {
  const parts = groupBy(rows['event-places'], ({ values }) => values.event);
  const changes = groupBy(rows['policy-changes'], ({ values }) => values.event);
  const steps = rows.stories.flatMap((story) =>
    entries(story, 'steps').map(({ event }) => ({ event, story: id(story) })),
  );
  const told = groupBy(steps, ({ event }) => event);
  return (event) => ({
    parts: parts.get(event) ?? [],
    changes: changes.get(event) ?? [],
    stories: (told.get(event) ?? []).map(({ story }) => story),
  });
}

/** All words that an event is found by. */
function termsOf(row: Row, { parts, changes, stories }: Around, places: (id: string) => string[]): string[] {
  const jurisdictions = list(row, 'jurisdictions').flatMap(places);
  const affects = list(row, 'affects').flatMap(places);
  const roles = parts.map(({ values }) => ({
    role: String(values.role),
    places: places(String(values.place)),
  }));
  const terms = [
    ...[...jurisdictions, ...affects, ...roles.flatMap((part) => part.places)].map((place) => eventTerm.place(place)),
    ...roles.flatMap((part) => [
      eventTerm.placeRole(part.role),
      ...part.places.map((place) => eventTerm.place(place, part.role)),
    ]),
    ...jurisdictions.map(eventTerm.jurisdiction),
    ...affects.map(eventTerm.affects),
    ...entries(row, 'actors').flatMap(({ actor, role }) => [
      eventTerm.actor(actor as string),
      eventTerm.actor(actor as string, role as string),
      eventTerm.actorRole(role as string),
    ]),
    ...changes.flatMap(({ values }) => [
      eventTerm.policy(String(values.policy)),
      eventTerm.policy(String(values.policy), String(values.effect)),
      eventTerm.effect(String(values.effect)),
    ]),
    ...list(row, 'sources').map(eventTerm.source),
    ...stories.map(eventTerm.story),
    ...list(row, 'contentNotes').map(eventTerm.contentNote),
  ];
  return [...new Set(terms)];
}

/** An old id leads to one successor: where an event was split into several, to the first of them. */
export function describeMerged(events: readonly Row[]): Properties[] {
  const successors = new Map<string, string>();
  for (const event of events) {
    for (const merged of list(event, 'mergedFrom')) if (!successors.has(merged)) successors.set(merged, id(event));
  }
  return [...successors].map(([merged, into]) => ({ id: merged, __typename: 'Merged', into }));
}

/** What things are called, in every language and by their other names, as things that a field of an event holds. */
type Names = (field: EventName['field'], ids: readonly string[]) => EventName[];

function namesOf(rows: readonly Row[], text: Texts): Names {
  const byId = new Map(
    rows.map((row) => {
      const translated = Object.entries(text(id(row), row.values)).filter(([property]) => property.startsWith('name_'));
      return [
        id(row),
        [
          ...[String(row.values.name), ...list(row, 'aliases')].map((name) => ({ lang: '', name })),
          ...translated.map(([property, name]) => ({ lang: property.slice('name_'.length), name: String(name) })),
        ],
      ];
    }),
  );
  return (field, ids) => ids.flatMap((one) => byId.get(one) ?? []).map((name) => ({ field, ...name }));
}

/** How often the items say a value. */
function countBy<Item>(items: readonly Item[], valuesOf: (item: Item) => readonly unknown[]): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
