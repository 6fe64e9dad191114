import { lines, steps, text } from './blocks';
import { type Item, itemOfClaim } from './card';
import { shortFirst } from './causes';
import { focusOf, isAgainst, isFor, isPrimary, type LessonClaim, type LessonLink, type Material } from './material';
import { type Activity, numbers, rivalsOf } from './pack';

/** Claims with a source, each speaker's first before anybody's second, those about the focus first, both kinds in turn. */
function statements(material: Material, focus: string | null): Item[] {
  const chosen = new Set(material.chosen);
  const linkOf = new Map<string, LessonLink>();
  for (const link of material.links) {
    if (!chosen.has(link.to)) continue;
    for (const claim of link.claims)
      if (claim.sources.length > 0 && (isFor(claim) || isAgainst(claim))) linkOf.set(claim.id, link);
  }
  const claims = shortFirst(
    [...linkOf.values()].filter((link, at, all) => all.indexOf(link) === at).flatMap((link) => link.claims),
  );
  const known = claims.filter(({ id }) => linkOf.has(id));
  const isNear = ({ id }: LessonClaim) => Number(linkOf.get(id)?.to === focus);
  known.sort((a, b) => isNear(b) - isNear(a));
  const seen = new Set<string>();
  const firsts = known.filter(({ speaker }) => !seen.has(speaker) && seen.add(speaker));
  const [primary, reported] = [firsts.filter(isPrimary), firsts.filter((claim) => !isPrimary(claim))];
  const mixed = primary.flatMap((claim, at) => [claim, ...reported.slice(at, at + 1)]);
  return [...mixed, ...reported.slice(primary.length)].map((claim) =>
    itemOfClaim(claim, linkOf.get(claim.id) as LessonLink),
  );
}

/** Who says so, how they know, and whether they speak at first hand. */
export const sourcing: Activity = {
  name: 'SOURCING',
  minutes: [5, 10, 15, 15, 5],
  cards: { allowed: numbers(3, 10), usual: 6 },
  direction: 'BACKWARD',
  choose: (material, cards) => {
    const focus = focusOf(material, 1);
    const items = statements(material, focus?.id ?? null).slice(0, cards);
    return items.length < 3 ? { found: items.length } : { focus, items };
  },
  sheet: (drawn) => {
    const { words, cards } = drawn;
    const { task, questions } = words.activities.SOURCING;
    return [
      steps(...task),
      {
        kind: 'table',
        head: words.sourcing,
        rows: cards.map(({ number }) => [String(number), ...words.sourcing.slice(1).map(() => '')]),
      },
      ...rivalsOf(drawn),
      ...questions.flatMap((question) => [text(question), lines(2)]),
    ];
  },
  key: ({ words, cards }) => [
    text(words.activities.SOURCING.keyNote),
    {
      kind: 'table',
      head: [words.card, words.speaker, words.sourceHead, words.firstHand],
      rows: cards.flatMap(({ number, item }) =>
        item.of === 'claim'
          ? [
              [
                String(number),
                words.said(words.speakerIs(item.claim), item.claim.saidOn, item.claim.text),
                item.claim.sources.map(words.source).join('; '),
                isPrimary(item.claim) ? words.primary : words.reported,
              ],
            ]
          : [],
      ),
    },
  ],
};
