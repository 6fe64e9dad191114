import { lines, list, steps, text } from './blocks';
import { causesAround, itemsByTurns } from './causes';
import { focusOf } from './material';
import { type Activity, claimInKey, evidenceOf, rivalsOf } from './pack';

const rows: Readonly<Record<number, readonly number[]>> = { 4: [1, 2, 1], 9: [1, 2, 3, 2, 1] };

/** Rank four or nine causes; the key gives evidence and sample reasoning, and no one right order. */
export const diamond: Activity = {
  name: 'DIAMOND',
  minutes: [5, 10, 15, 15, 5],
  cards: { allowed: [4, 9], usual: 9 },
  direction: 'BACKWARD',
  choose: (material, cards) => {
    const focus = focusOf(material);
    if (focus === null) return { found: 0 };
    const { direct, before } = causesAround(focus.id, material);
    const near = itemsByTurns(direct, material, cards);
    const items = [...near, ...itemsByTurns(before, material, cards - near.length)];
    return items.length < 4 ? { found: items.length } : { focus, items: items.slice(0, items.length < 9 ? 4 : 9) };
  },
  sheet: (drawn) => {
    const { words, cards } = drawn;
    const { task, questions } = words.activities.DIAMOND;
    return [
      steps(...task),
      { kind: 'places', rows: rows[cards.length] ?? [], first: words.weighsMost, last: words.weighsLeast },
      ...rivalsOf(drawn),
      ...questions.flatMap((question) => [text(question), lines(2)]),
    ];
  },
  key: ({ words, cards }) => [
    text(words.activities.DIAMOND.keyNote),
    list(
      ...cards.map(({ number, item }) => {
        const said =
          item.of === 'claim' ? claimInKey(item, words) : item.of === 'link' ? evidenceOf(item.link, words) : '';
        return [words.cardNumbers([number]), said, item.of === 'event' ? '' : words.reasoning(item)]
          .filter(Boolean)
          .join(' ');
      }),
    ),
  ],
};
