import { groupBy } from '../answers/groups';
import { lines, list, steps, text } from './blocks';
import { itemOfEvent } from './card';
import { causesAround, itemsByTurns } from './causes';
import { byDate, chosenOf, focusOf, type LessonEvent, type Material } from './material';
import { type Activity, evidenceOf, numbers, rivalsOf } from './pack';

const mostFacts = 3;

/** The event itself and others of its kind that can be seen, none of them a cause of it. */
function factsAbout(focus: LessonEvent, material: Material): LessonEvent[] {
  const { direct, before } = causesAround(focus.id, material);
  const causes = new Set([...direct, ...before].map(({ from }) => from));
  const followed = new Set(material.links.filter(({ from }) => from === focus.id).map(({ to }) => to));
  const others = chosenOf(material).filter(({ id }) => id !== focus.id && !causes.has(id));
  const isNear = ({ id, kind }: LessonEvent) => (followed.has(id) ? 2 : kind === 'FLOW_SHIFT' ? 1 : 0);
  others.sort((a, b) => isNear(b) - isNear(a) || byDate(a, b));
  return [focus, ...others].slice(0, mostFacts);
}

/** Facts above the water, causes and conditions below it. */
export const iceberg: Activity = {
  name: 'ICEBERG',
  minutes: [5, 10, 15, 15, 5],
  cards: { allowed: numbers(4, 12), usual: 9 },
  direction: 'BACKWARD',
  choose: (material, cards) => {
    const focus = focusOf(material);
    if (focus === null) return { found: 0 };
    const facts = factsAbout(focus, material)
      .slice(0, cards - 2)
      .map(itemOfEvent);
    const { direct, before } = causesAround(focus.id, material);
    const room = cards - facts.length;
    const near = itemsByTurns(direct, material, room);
    const far = itemsByTurns(before, material, room - near.length);
    return { focus, items: [...facts, ...near, ...far] };
  },
  sheet: (drawn) => {
    const { words } = drawn;
    const { task, questions } = words.activities.ICEBERG;
    return [
      steps(...task),
      { kind: 'boxes', labels: words.iceberg },
      ...rivalsOf(drawn),
      ...questions.flatMap((question) => [text(question), lines(2)]),
    ];
  },
  key: ({ words, cards, focus }) => {
    const [above, causes, conditions] = words.iceberg;
    const line = (numbers: readonly number[], what: string) => `${words.cardNumbers(numbers)} ${what}`;
    const facts = cards.flatMap(({ number, item }) =>
      item.of === 'event' ? [line([number], words.dated(item.event.date, item.event.title))] : [],
    );
    const claimed = cards.flatMap(({ number, item }) => (item.of === 'event' ? [] : [{ number, link: item.link }]));
    const byLink = [...groupBy(claimed, ({ link }) => link)];
    const below = (areConditions: boolean) =>
      byLink
        .filter(([{ type, to }]) => (type === 'ENABLED' || to !== focus?.id) === areConditions)
        .map(([link, shown]) =>
          line(
            shown.map(({ number }) => number),
            evidenceOf(link, words),
          ),
        );
    const part = (title: string, items: string[]) =>
      items.length > 0 ? [text(title), list(...items)] : [text(words.emptyBox(title))];
    return [
      text(words.activities.ICEBERG.keyNote),
      ...part(above, facts),
      ...part(causes, below(false)),
      ...part(conditions, below(true)),
    ];
  },
};
