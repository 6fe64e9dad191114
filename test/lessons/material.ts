import type { HopWords } from '../../src/answers/words';
import type { LessonClaim, LessonEvent, LessonLink, Material } from '../../src/lessons/material';

/** An event of a made-up year, such as `event('bridge', 2001)`. */
export const event = (id: string, year: number, more: Partial<LessonEvent> = {}): LessonEvent => ({
  id,
  title: `The ${id}`,
  kind: 'OTHER',
  sort: String(year),
  earliest: `${year}-01-01`,
  latest: `${year}-12-31`,
  date: String(year),
  contentNotes: [],
  ...more,
});

/** What somebody says of a link. */
export const claim = (speaker: string, stance = 'ASSERTS', more: Partial<LessonClaim> = {}): LessonClaim => ({
  id: `${speaker}-${stance}`,
  speaker,
  speakerKind: 'PERSON',
  stance,
  text: `${speaker} has something to say.`,
  hedge: null,
  saidOn: '2010',
  sources: [{ title: `Report of ${speaker}`, publisher: null, kind: stance === 'ASSERTS' ? 'PRIMARY' : 'NEWS' }],
  isShort: true,
  ...more,
});

/** A causal link between two events, with what is said of it. */
export const link = (
  from: string,
  to: string,
  claims: LessonClaim[] = [],
  more: Partial<LessonLink> = {},
): LessonLink => {
  const by = (...stances: string[]) =>
    claims.flatMap(({ stance, speaker }) => (stances.includes(stance) ? speaker : []));
  const type = more.type ?? 'CONTRIBUTED_TO';
  const evidence = more.evidence ?? 'ASSERTED';
  const words: HopWords = {
    type,
    evidence,
    from: `The ${from}`,
    to: `The ${to}`,
    assertedBy: by('ASSERTS'),
    disputedBy: by('DISPUTES', 'DENIES'),
    qualifiedBy: by('QUALIFIES'),
    lang: 'en',
  };
  return {
    id: `${from}--${to}`,
    from,
    to,
    type,
    family: 'CAUSAL',
    evidence,
    basis: '',
    words,
    claims: claims.map((one) => ({ ...one, id: `${from}--${to}--${one.id}` })),
    ...more,
  };
};

/** Material of events and links, all events chosen unless some are named. */
export const material = (events: LessonEvent[], links: LessonLink[], more: Partial<Material> = {}): Material => ({
  lang: 'en',
  title: 'A town',
  question: null,
  start: null,
  link: null,
  chosen: events.map(({ id }) => id),
  events: new Map(events.map((one) => [one.id, one])),
  links,
  terms: [],
  citation: 'A town. Version 1.',
  ...more,
});

/** A bridge and a strike, either of which is said to have led to a queue; a ferry came of the queue alone. */
export const town = (): Material =>
  material(
    [
      event('bridge', 2001),
      event('strike', 2002),
      event('queue', 2004, { kind: 'FLOW_SHIFT' }),
      event('ferry', 2006),
      event('song', 2008),
    ],
    [
      link('bridge', 'queue', [claim('Ada'), claim('Bo', 'DISPUTES'), claim('Cy', 'QUALIFIES')]),
      link('strike', 'queue', [claim('Di')]),
      link('queue', 'ferry', [claim('Eve')], { type: 'PROMPTED_RESPONSE' }),
      link('bridge', 'song', [], { evidence: 'INFERRED' }),
    ],
  );
