import { compareText } from '../answers/chain';
import { lines, list, steps, text } from './blocks';
import { itemOfEvent } from './card';
import { byDate, chosenOf, focusOf, type LessonEvent, type Material } from './material';
import { type Activity, evidenceOf, numbers, rivalsOf } from './pack';

/** As many events as can be whose dates tell which came first: each begins after the one before it has surely ended. */
function inClearOrder(material: Material): LessonEvent[] {
  const dated = chosenOf(material).filter(({ earliest, latest }) => earliest !== null && latest !== null);
  // Whatever ends first leaves the most room for others.
  dated.sort((a, b) => compareText(String(a.latest), String(b.latest)) || byDate(a, b));
  const kept: LessonEvent[] = [];
  for (const event of dated) {
    const before = kept.at(-1);
    if (before === undefined || String(before.latest) < String(event.earliest)) kept.push(event);
  }
  return kept;
}

/** The events that most links join with others, as many as there are cards. */
function bestJoined(events: readonly LessonEvent[], { links }: Material, count: number): LessonEvent[] {
  const ids = new Set(events.map(({ id }) => id));
  const joined = ({ id }: LessonEvent) =>
    links.filter(({ from, to }) => (from === id && ids.has(to)) || (to === id && ids.has(from))).length;
  return [...events]
    .sort((a, b) => joined(b) - joined(a) || byDate(a, b))
    .slice(0, count)
    .sort(byDate);
}

/** Put events in order; and see that order alone shows no cause. */
export const sequence: Activity = {
  name: 'SEQUENCE',
  minutes: [5, 10, 15, 15, 5],
  cards: { allowed: numbers(3, 12), usual: 8 },
  direction: 'FORWARD',
  blanksYears: true,
  choose: (material, cards) => {
    const events = bestJoined(inClearOrder(material), material, cards);
    if (events.length < 3) return { found: events.length };
    return { focus: focusOf({ ...material, chosen: events.map(({ id }) => id) }, 1), items: events.map(itemOfEvent) };
  },
  sheet: (drawn) => {
    const { words, cards } = drawn;
    const { task, questions } = words.activities.SEQUENCE;
    return [
      steps(...task),
      { kind: 'places', rows: [cards.length], first: words.earliest, last: words.latest },
      ...rivalsOf(drawn),
      ...questions.flatMap((question) => [text(question), lines(2)]),
    ];
  },
  key: ({ words, cards, material }) => {
    const inOrder = cards
      .flatMap(({ number, item }) => (item.of === 'event' ? [{ number, event: item.event }] : []))
      .sort((a, b) => byDate(a.event, b.event));
    const shown = new Set(inOrder.map(({ event }) => event.id));
    const links = material.links.filter(({ from, to }) => shown.has(from) && shown.has(to));
    return [
      text(words.activities.SEQUENCE.keyNote),
      {
        kind: 'table',
        head: [words.card, words.date, words.event],
        rows: inOrder.map(({ number, event }) => [String(number), event.date, event.title]),
      },
      text(links.length > 0 ? words.linksBetween : words.noLinksBetween),
      ...(links.length > 0 ? [list(...links.map((link) => evidenceOf(link, words)))] : []),
    ];
  },
};
