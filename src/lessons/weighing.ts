import { lines, list, steps, text } from './blocks';
import { itemOfClaim } from './card';
import { shortFirst } from './causes';
import { byDate, byId, eventOf, isAgainst, isFor, type LessonClaim, type LessonLink, type Material } from './material';
import { type Activity, claimInKey, evidenceOf, numbers, rivalsOf } from './pack';

const count = (link: LessonLink) => ({
  pro: link.claims.filter(isFor).length,
  contra: link.claims.filter(isAgainst).length,
});

/** The link about which most is said on both sides: the one asked about, or else among the chosen events. */
function mostArgued(material: Material): LessonLink | null {
  const chosen = new Set(material.chosen);
  const isOpen = (link: LessonLink) => count(link).pro > 0 && count(link).contra > 0;
  const links = material.links.filter(({ id, from, to }) =>
    material.link === null ? chosen.has(from) && chosen.has(to) : id === material.link,
  );
  const depth = (link: LessonLink) => Math.min(count(link).pro, count(link).contra);
  const isShift = ({ to }: LessonLink) => Number(eventOf(material, to).kind === 'FLOW_SHIFT');
  const sorted = links
    .filter(isOpen)
    .sort(
      (a, b) =>
        depth(b) - depth(a) ||
        isShift(b) - isShift(a) ||
        b.claims.length - a.claims.length ||
        byDate(eventOf(material, a.to), eventOf(material, b.to)) ||
        byId(a, b),
    );
  return sorted[0] ?? null;
}

/** Which of the three boxes of the sheet a claim belongs in. */
const sideOf = (claim: LessonClaim): number => (isFor(claim) ? 0 : claim.stance === 'QUALIFIES' ? 1 : 2);

/** Claims for and against a link, weighed against each other. */
export const weighing: Activity = {
  name: 'WEIGHING',
  minutes: [5, 10, 15, 15, 5],
  cards: { allowed: numbers(2, 12), usual: 8 },
  direction: 'BACKWARD',
  choose: (material, cards) => {
    const link = mostArgued(material);
    if (link === null) return { found: 0 };
    const pro = shortFirst(link.claims.filter(isFor));
    const contra = shortFirst(link.claims.filter(isAgainst));
    // Half of the cards for either side, unless one has less to say.
    const fewest = Math.floor(cards / 2);
    const shown = [
      ...pro.slice(0, Math.max(fewest, cards - contra.length)),
      ...contra.slice(0, Math.max(cards - fewest, cards - pro.length)),
    ];
    return {
      focus: eventOf(material, link.to),
      link,
      items: shown.slice(0, cards).map((claim) => itemOfClaim(claim, link)),
    };
  },
  sheet: (drawn) => {
    const { words, link, material } = drawn;
    const { task, questions } = words.activities.WEIGHING;
    const titles = link ? [eventOf(material, link.from).title, eventOf(material, link.to).title] : [];
    return [
      text(words.didItLead(titles[0] ?? '', titles[1] ?? '')),
      steps(...task),
      { kind: 'boxes', labels: words.sides, sideBySide: true },
      ...rivalsOf(drawn, link),
      ...questions.flatMap((question) => [text(question), lines(2)]),
    ];
  },
  key: ({ words, cards, link }) => [
    text(words.activities.WEIGHING.keyNote),
    ...(link ? [text(evidenceOf({ ...link, claims: [] }, words))] : []),
    list(
      ...cards.flatMap(({ number, item }) =>
        item.of === 'claim' ? [`${words.cardNumbers([number])} ${claimInKey(item, words)}`] : [],
      ),
    ),
    ...words.sides
      .filter((_, side) => !cards.some(({ item }) => item.of === 'claim' && sideOf(item.claim) === side))
      .map((side) => text(words.emptyBox(side))),
  ],
};
