import { groupBy } from '../answers/groups';
import { heading, lines, list, steps, text } from './blocks';
import { itemOfEvent } from './card';
import { byDate, causesOf, chosenOf, eventOf, type LessonEvent, type LessonLink, type Material } from './material';
import { type Activity, causeInWords, evidenceOf, numbers } from './pack';

/** What an event is said to have led to, and which of that has another recorded cause that would still be there. */
interface Removal {
  removed: LessonEvent;
  /** In order of date. */
  after: LessonEvent[];
  /** The other recorded causes that still stand, for those that have one. */
  standing: Map<string, LessonLink[]>;
}

function without(removed: string, material: Material): Removal {
  const causes = causesOf(material);
  const chosen = new Set(material.chosen);
  const onward = groupBy([...causes.values()].flat(), ({ from }) => from);
  const reached = new Set<string>();
  for (const front = [removed]; front.length > 0; ) {
    for (const { to } of onward.get(front.pop() as string) ?? []) {
      if (to === removed || reached.has(to) || !chosen.has(to)) continue;
      reached.add(to);
      front.push(to);
    }
  }
  // What has no cause left falls away, and may be the only cause of something else.
  const fallen = new Set([removed, ...reached]);
  const standing = new Map<string, LessonLink[]>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of reached) {
      const left = (causes.get(id) ?? []).filter(({ from }) => !fallen.has(from));
      if (left.length === (standing.get(id)?.length ?? 0)) continue;
      standing.set(id, left);
      fallen.delete(id);
      changed = true;
    }
  }
  const after = [...reached].map((id) => eventOf(material, id)).sort(byDate);
  return { removed: eventOf(material, removed), after, standing };
}

/** The event asked about, else the one with most that followed and at least one event with another cause. */
function bestRemoval(material: Material): Removal | null {
  const asked = material.link === null ? material.start : material.links.find(({ id }) => id === material.link)?.from;
  const candidates = asked == null ? chosenOf(material).map(({ id }) => id) : [asked];
  const removals = candidates.filter((id) => material.events.has(id)).map((id) => without(id, material));
  const fitting = removals.filter(({ standing }) => standing.size > 0);
  fitting.sort((a, b) => b.after.length - a.after.length || byDate(a.removed, b.removed));
  return fitting[0] ?? null;
}

/** What is shown of it: those with a cause left first, but one without if there is any, as many as there are cards. */
function shownOf({ after, standing }: Removal, most: number): LessonEvent[] {
  const [held, fallen] = [after.filter(({ id }) => standing.has(id)), after.filter(({ id }) => !standing.has(id))];
  const kept = held.slice(0, Math.max(1, most - Math.min(1, fallen.length)));
  return [...kept, ...fallen.slice(0, most - kept.length)].sort(byDate);
}

/** Take an event away: what in the chain still has another recorded cause? Never what would have happened. */
export const withoutIt: Activity = {
  name: 'WITHOUT_IT',
  minutes: [5, 10, 15, 15, 5],
  cards: { allowed: numbers(2, 9), usual: 6 },
  direction: 'FORWARD',
  choose: (material, cards) => {
    const removal = bestRemoval(material);
    if (removal === null) return { found: 0 };
    return { focus: removal.removed, items: [removal.removed, ...shownOf(removal, cards - 1)].map(itemOfEvent) };
  },
  sheet: ({ words, cards, focus, material, hiddenCauses }) => {
    const { task, questions } = words.activities.WITHOUT_IT;
    const causes = causesOf(material);
    const removed = cards.find(({ item }) => item.id === focus?.id);
    const rest = cards.filter((card) => card !== removed);
    return [
      text(words.takeAway(removed?.number ?? 0, focus?.title ?? '')),
      steps(...task),
      {
        kind: 'table',
        head: words.withoutIt,
        rows: rest.map(({ number, item }) => [
          String(number),
          (causes.get(item.id) ?? []).map((link) => causeInWords(link, material, words)).join(' · '),
          '',
        ]),
      },
      ...(hiddenCauses > 0 ? [text(words.moreCauses(hiddenCauses))] : []),
      ...questions.flatMap((question) => [text(question), lines(2)]),
    ];
  },
  key: ({ words, cards, focus, material }) => {
    const { standing } = without(focus?.id ?? '', material);
    const answers = cards.flatMap(({ number, item }) => {
      if (item.of !== 'event' || item.id === focus?.id) return [];
      const links = standing.get(item.id) ?? [];
      const said =
        links.length > 0 ? words.stillCaused(links.map((link) => causeInWords(link, material, words))) : words.noOther;
      return [`${words.cardNumbers([number])} ${item.event.title}. ${said}`];
    });
    const shown = new Set(cards.map(({ item }) => item.id));
    const links = [...causesOf(material).values()].flat().filter(({ to }) => shown.has(to) && to !== focus?.id);
    return [
      text(words.activities.WITHOUT_IT.keyNote),
      list(...answers),
      heading(words.evidence),
      list(...links.map((link) => evidenceOf(link, words))),
    ];
  },
};
