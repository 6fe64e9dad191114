import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Dataset, type FileName, fileNames } from '../../src/dataset/format';
import { datasetOf } from '../support/randomGraphs';

/**
 * Policy graphs of any size for measurements, the same for the same seed. A graph is made of lands: each has a thousand
 * events over the same thirty years, three thousand links and all that belongs to them, so that a question about one
 * land has an answer of the same size in a large graph as in a small one.
 *
 * In each land stand, besides links between events that are near in time: a hub from which 300 links lead on (in the
 * first land 700, which is more than a walk follows), a sink to which 200 lead, diamonds, and a ladder, whose paths
 * double with every rung. Some links lead to other lands.
 */
export interface GraphSize {
  /** A multiple of 1,000. */
  events: number;
  seed?: number;
  /** Only events, their links, places, actors and sources: less than three quarters of the things and relationships. */
  slim?: boolean;
}

export const eventsOfLand = 1_000;
export const linksOfLand = 3_000;
const hubLinks = 300;
const greatHubLinks = 700;
const sinkLinks = 200;
const linksAbroad = 100;
const diamonds = 25;

/** Rungs of a ladder; from a rung to the next there are two ways of two links each. */
export const ladderRungs = 16;

/** The place of an event in its land, which is its place in time as well. */
const hubAt = 0;
const sinkAt = eventsOfLand - 1;
const ladderAt = 100;
const ladderEndAt = ladderAt + 3 * ladderRungs;

const eventId = (land: number, at: number) => `e${land}-${at}`;
const sourceId = (land: number, at: number) => `s${land}-${at}`;
const actorId = (land: number, at: number) => `a${land}-${at}`;
const policyId = (land: number, at: number) => `y${land}-${at}`;
const metricId = (land: number, at: number) => `m${land}-${at}`;
const landId = (land: number) => `p${land}`;
const provinceId = (land: number, at: number) => `p${land}-${at}`;
const townId = (land: number, province: number, at: number) => `p${land}-${province}-${at}`;
const continentId = (land: number) => `continent-${Math.floor(land / landsOfContinent)}`;

const landsOfContinent = 10;
const storiesAtMost = 200;

/** The ids of a land that measurements start from. */
export const landmarks = (land: number) => ({
  /** 300 links lead on from it, 700 in land 0. */
  hub: eventId(land, hubAt),
  /** 200 links lead to it. */
  sink: eventId(land, sinkAt),
  /** Nothing but its own links leads through the ladder. */
  ladder: eventId(land, ladderAt),
  ladderEnd: eventId(land, ladderEndAt),
  /** One of its ordinary events, by its place from 0 to 999. */
  event: (at: number) => eventId(land, at),
  /** A word that stands in the titles of this land alone. */
  name: nameOf(land),
  land: landId(land),
  province: provinceId(land, 1),
  town: townId(land, 1, 1),
  /** Holds the events of ten lands. */
  continent: continentId(land),
  /** A source of about ten facts, and one of some hundreds. */
  source: sourceId(land, 3),
  greatSource: sourceId(land, 0),
  /** Somebody with some 25 events, and the government with some hundreds. */
  actor: actorId(land, 7),
  government: actorId(land, 0),
  /** A policy of five changes, and one of some three hundred. */
  policy: policyId(land, 5),
  greatPolicy: policyId(land, 0),
  /** Has one part, the next. */
  policyWithParts: policyId(land, 3),
  /** Holds an office whose title is that of nobody in another land. */
  person: actorId(land, 5),
  office: officeOf(land),
  metric: metricId(land, 1),
  /** An event that numbers are tied to. */
  counted: eventId(land, countedAt(0)),
  publisher: publisherOf(land),
  story: `story-${land}`,
});

type Cells = Record<string, unknown>;
type Rows = Partial<Record<FileName, Cells[]>>;

/** A graph in memory, as if its files had been read. */
export function policyGraph(size: GraphSize): Dataset {
  const all: Rows = {};
  for (const rows of lands(size)) {
    for (const [file, cells] of Object.entries(rows)) {
      const known = all[file as FileName] ?? [];
      for (const row of cells) known.push(row);
      all[file as FileName] = known;
    }
  }
  return datasetOf(all);
}

/** A graph as the folder of a data set, written land by land: a million events need no more memory than a thousand. */
export function writePolicyGraph(folder: string, size: GraphSize): void {
  mkdirSync(folder, { recursive: true });
  const title = `${size.events} events for measurements`;
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ title, license: 'CC0-1.0' }));
  const files = new Map(fileNames.map((file) => [file, join(folder, `${file}.jsonl`)]));
  const open = new Map<string, number>();
  for (const rows of lands(size)) {
    for (const [file, cells] of Object.entries(rows)) {
      const path = files.get(file as FileName) as string;
      const at = open.get(path) ?? openSync(path, 'w');
      open.set(path, at);
      writeSync(at, cells.map((row) => `${JSON.stringify(row)}\n`).join(''));
    }
  }
  for (const at of open.values()) closeSync(at);
}

function* lands({ events, seed = 1, slim = false }: GraphSize): Generator<Rows> {
  if (events <= 0 || events % eventsOfLand !== 0) throw new Error(`${events} events are no multiple of 1,000`);
  const count = events / eventsOfLand;
  for (let land = 0; land < count; land++) {
    const rows = landOf(land, count, randomFrom(seed * 1_000_003 + land));
    yield slim ? slimmed(rows) : rows;
  }
}

/** Without claims no link is asserted by anybody. */
function slimmed({ events, links = [], actors, places, sources, 'event-places': parts }: Rows): Rows {
  const unsaid = links.map((link) => (link.evidence === 'ASSERTED' ? { ...link, evidence: 'INFERRED' } : link));
  return { events, links: unsaid, actors, places, sources, 'event-places': parts };
}

/** Whole numbers below a bound, by the generator mulberry32. */
type Below = (bound: number) => number;

function randomFrom(seed: number): Below {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

function landOf(land: number, lands: number, below: Below): Rows {
  const links = linksOf(land, lands, below);
  return {
    events: Array.from({ length: eventsOfLand }, (_, at) => eventOf(land, lands, at, below)),
    links,
    claims: claimsOf(land, links, below),
    policies: policiesOf(land),
    'policy-changes': changesOf(land),
    actors: actorsOf(land),
    places: placesOf(land),
    'event-places': Array.from({ length: eventsOfLand }, (_, at) => ({
      event: eventId(land, at),
      place: townId(land, below(4), below(4)),
      role: at % 7 === 0 ? 'ORIGIN' : 'SITE',
      sources: [sourceId(land, below(600))],
    })),
    sources: sourcesOf(land),
    metrics: metricsOf(land),
    observations: observationsOf(land, below),
    stories: land < storiesAtMost ? [storyOf(land)] : [],
  };
}

const firstDay = Date.UTC(1995, 0, 1) / 86_400_000;
const dayText = (day: number) => new Date((firstDay + day) * 86_400_000).toISOString().slice(0, 10);
const dayOf = (at: number) => Math.floor((at * 30 * 365.25) / eventsOfLand);

/** Most events are known to the day; a tenth to the month, some to the year; some last a month, and a few have not ended. */
function dateOf(at: number, below: Below): string {
  const day = dayOf(at) + below(10);
  if (at % 50 === 33) return dayText(day).slice(0, 4);
  if (at % 10 === 7) return dayText(day).slice(0, 7);
  if (at % 200 === 95) return `${dayText(day)}/..`;
  return at % 100 === 59 ? `${dayText(day)}/${dayText(day + 30)}` : dayText(day);
}

const eventKinds = ['REGULATION', 'STATEMENT', 'COURT_RULING', 'REPORT', 'AGREEMENT', 'LEGISLATION', 'PROTEST'];
const things = ['Visa rule', 'Asylum ruling', 'Border order', 'Return agreement', 'Quota', 'Court challenge', 'Report'];
const doings = ['is announced', 'takes effect', 'is challenged', 'is widened', 'is suspended', 'comes to an end'];
const syllables = ['ka', 'lo', 'mi', 'ren', 'sa', 'tu', 've', 'zan', 'dor', 'pel'];

/** A name for each land that no other has, as searches want one. */
const nameOf = (land: number): string => {
  const name = String(land)
    .padStart(3, '0')
    .split('')
    .map((digit) => syllables[Number(digit)])
    .join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}ia`;
};

const officeOf = (land: number) => `Minister of the Interior of ${nameOf(land)}`;
const publisherOf = (land: number) => `Gazette of ${nameOf(land)}`;

/** The event of the time of a number, by the months since the first. */
const countedAt = (month: number) => Math.floor((month + 120) / 0.36);

function eventOf(land: number, lands: number, at: number, below: Below): Cells {
  const thing = things[below(things.length)];
  const doing = doings[below(doings.length)];
  const other = actorId(land, 1 + below(49));
  const isGovernments = at % 10 < 3;
  return {
    id: eventId(land, at),
    title: `${thing} ${at} of ${nameOf(land)} ${doing}`,
    summary: `What is known of it: ${thing?.toLowerCase()} number ${at} ${doing}, and those whom it touches have to learn what holds for them from that day on.`,
    edtf: dateOf(at, below),
    kind: at % 100 === 48 ? 'OTHER' : eventKinds[below(eventKinds.length)],
    verification: at % 10 === 9 ? 'SINGLE_SOURCE' : 'VERIFIED',
    jurisdictions: [at % 4 === 0 ? provinceId(land, at % 3) : landId(land)],
    ...(at % 10 === 5 ? { affects: [landId((land + 1) % lands)] } : {}),
    actors: [
      ...(isGovernments ? [{ actor: actorId(land, 0), role: 'INITIATOR' }] : []),
      { actor: other, role: at % 3 === 0 ? 'CRITIC' : 'DECIDER' },
    ],
    ...(at % 20 === 11 ? { contentNotes: ['DISTRESS'] } : {}),
    sources: [at % 4 === 0 ? sourceId(land, 0) : sourceId(land, 1 + below(599))],
  };
}

const types = {
  CAUSAL: ['CAUSED', 'TRIGGERED', 'ENABLED', 'CONTRIBUTED_TO', 'PROMPTED_RESPONSE'],
  LEGAL: ['AMENDED_BY', 'REVERSED_BY', 'IMPLEMENTED_BY'],
  TEMPORAL: ['PRECEDED'],
} as const;
const families = ['CAUSAL', 'CAUSAL', 'CAUSAL', 'LEGAL', 'TEMPORAL'] as const;
const evidences = ['DOCUMENTED', 'ASSERTED', 'INFERRED'];

function linksOf(land: number, lands: number, below: Below): Cells[] {
  const links: Cells[] = [];
  const pairs = new Set<string>();
  const join = (from: string, to: string, family: keyof typeof types = families[below(5)] ?? 'CAUSAL') => {
    const pair = `${from} ${to}`;
    if (pairs.has(pair)) return;
    pairs.add(pair);
    const type = types[family][below(types[family].length)] as string;
    links.push({
      id: `${from}--${type.toLowerCase()}--${to}`,
      from,
      to,
      type,
      family,
      evidence: evidences[below(3)],
      basis: 'So the record of that year tells it.',
      // Those with an even number are primary sources, which a documented link needs.
      sources: [sourceId(land, 2 * below(300))],
    });
  };
  const here = (from: number, to: number, family?: keyof typeof types) =>
    join(eventId(land, from), eventId(land, to), family);
  const afterLadder = ladderEndAt + 1;
  const isOnLadder = (at: number) => at >= ladderAt && at <= ladderEndAt;

  for (let rung = ladderAt; rung < ladderEndAt; rung += 3) diamond(rung, here);
  for (let count = 0; count < diamonds; count++) diamond(afterLadder + 4 * count, here);
  for (let count = 0; count < (land === 0 ? greatHubLinks : hubLinks); count++) here(hubAt, afterLadder + count);
  for (let count = 0; count < sinkLinks; count++) here(sinkAt - 1 - count, sinkAt);
  for (let count = 0; count < linksAbroad && lands > 1; count++) {
    const at = 10 + below(80);
    join(eventId(land, at), eventId((land + 1 + below(Math.min(50, lands - 1))) % lands, at + 200 + below(700)));
  }
  while (links.length < linksOfLand) {
    const from = below(eventsOfLand - 1);
    const to = Math.min(sinkAt - 1, from + 1 + below(60));
    if (from < to && !isOnLadder(from) && !isOnLadder(to)) here(from, to);
  }
  return links;
}

function diamond(top: number, join: (from: number, to: number, family: 'CAUSAL') => void): void {
  for (const side of [top + 1, top + 2]) {
    join(top, side, 'CAUSAL');
    join(side, top + 3, 'CAUSAL');
  }
}

/** Who asserts the links that rest on somebody's word, who disputes a causal link here and there, and some demands. */
function claimsOf(land: number, links: readonly Cells[], below: Below): Cells[] {
  const claims: Cells[] = [];
  const say = (about: unknown, stance: string, by: string) =>
    claims.push({
      id: `${about}--${stance.toLowerCase()}--${by}`,
      by,
      stance,
      about,
      text: 'That is how it came about, in the words of one who was there.',
      edtf: dayText(below(30 * 365)),
      sources: [sourceId(land, below(600))],
    });
  const anybody = () => actorId(land, below(5) === 0 ? 0 : 1 + below(49));
  links.forEach(({ id, evidence, family }, at) => {
    if (evidence === 'ASSERTED') say(id, 'ASSERTS', anybody());
    if (family === 'CAUSAL' && at % 12 === 0) say(id, 'DISPUTES', anybody());
  });
  for (let at = 0; at < eventsOfLand; at += 10) say(eventId(land, at), 'DEMANDS', anybody());
  return claims;
}

const policiesOf = (land: number): Cells[] =>
  Array.from({ length: 100 }, (_, at) => ({
    id: policyId(land, at),
    name: `${things[at % things.length]} programme ${at} of ${nameOf(land)}`,
    kind: at % 2 === 0 ? 'VISA_RULE' : 'RETURN_PROGRAMME',
    summary: 'An instrument made for measurements.',
    jurisdictions: [landId(land)],
    ...(at % 5 === 4 ? { partOf: policyId(land, at - 1) } : {}),
  }));

/** Each policy is made, amended, suspended, brought back and ended; the first is made and then amended again and again. */
function changesOf(land: number): Cells[] {
  const change = (policy: number, at: number, effect: string): Cells => ({
    policy: policyId(land, policy),
    event: eventId(land, at),
    effect,
    sources: [sourceId(land, (policy + at) % 600)],
  });
  const life = ['CREATES', 'AMENDS', 'SUSPENDS', 'REINSTATES', 'ENDS'];
  const others = Array.from({ length: 99 }, (_, index) => index + 1).flatMap((policy) =>
    life.map((effect, step) => change(policy, 10 * (policy % 20) + 200 * step + (policy % 7), effect)),
  );
  const days = Array.from({ length: eventsOfLand }, (_, at) => at).filter((at) => at > 0 && at % 10 > 0 && at % 10 < 4);
  const amended = days.filter((at) => at % 50 !== 33).map((at) => change(0, at, 'AMENDS'));
  return [change(0, 0, 'CREATES'), ...amended, ...others];
}

const actorKinds = ['PERSON', 'ORGANIZATION', 'AGENCY', 'COURT', 'GROUP'];

const actorsOf = (land: number): Cells[] =>
  Array.from({ length: 50 }, (_, at) => {
    const kind = at === 0 ? 'GOVERNMENT' : actorKinds[at % 5];
    const office = { title: officeOf(land), organization: actorId(land, 0), from: `${1995 + (at % 30)}` };
    return {
      id: actorId(land, at),
      name: at === 0 ? `Government of ${nameOf(land)}` : `Somebody ${at} of ${nameOf(land)}`,
      kind,
      country: landId(land),
      ...(kind === 'PERSON' ? { offices: [office] } : {}),
      ...(kind === 'AGENCY' ? { partOf: actorId(land, 0) } : {}),
    };
  });

function placesOf(land: number): Cells[] {
  const four = [0, 1, 2, 3];
  const isFirst = land % landsOfContinent === 0;
  return [
    ...(isFirst ? [{ id: continentId(land), name: `Continent of ${nameOf(land)}`, kind: 'REGION' }] : []),
    { id: landId(land), name: nameOf(land), kind: 'COUNTRY', within: continentId(land) },
    ...four.flatMap((province) => [
      {
        id: provinceId(land, province),
        name: `Province ${province} of ${nameOf(land)}`,
        kind: 'STATE_OR_PROVINCE',
        within: landId(land),
      },
      ...four.map((town) => ({
        id: townId(land, province, town),
        name: `Town ${province}${town} of ${nameOf(land)}`,
        kind: 'CITY',
        within: provinceId(land, province),
      })),
    ]),
  ];
}

const sourceKinds = ['NEWS', 'NGO', 'SCHOLARLY'];

const sourcesOf = (land: number): Cells[] =>
  Array.from({ length: 600 }, (_, at) => ({
    id: sourceId(land, at),
    url: `https://example.org/${land}/${at}`,
    title: `Record ${at} of ${nameOf(land)}`,
    publisher: publisherOf(land),
    date: dayText((at * 18) % (30 * 365)),
    kind: at % 2 === 0 ? 'PRIMARY' : sourceKinds[at % 3],
  }));

const metricsOf = (land: number): Cells[] =>
  Array.from({ length: 5 }, (_, at) => ({
    id: metricId(land, at),
    label: `Claims of kind ${at} in ${nameOf(land)}`,
    unit: 'claims',
    kind: 'FLOW',
  }));

/** A hundred months of each metric, every fifth number tied to the event of its time. */
const observationsOf = (land: number, below: Below): Cells[] =>
  metricsOf(land).flatMap(({ id }, metric) =>
    Array.from({ length: 100 }, (_, month) => {
      const period = `${2005 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      return {
        id: `${id}-${period}`,
        metric: id,
        place: metric === 0 ? landId(land) : provinceId(land, metric - 1),
        period,
        value: 100 + below(900),
        unit: 'claims',
        bound: 'EXACT',
        verification: 'VERIFIED',
        publisher: publisherOf(land),
        preferred: true,
        ...(metric > 0 ? { nationality: landId(land) } : {}),
        ...(month % 5 === 0 ? { events: [eventId(land, countedAt(month))] } : {}),
        sources: [sourceId(land, below(600))],
      };
    }),
  );

/** Down the ladder of the land, a rung a step. */
const storyOf = (land: number): Cells => ({
  id: `story-${land}`,
  title: `The ladder of ${nameOf(land)}`,
  question: 'What came of it?',
  summary: 'One thing led to another, in two ways each time.',
  steps: Array.from({ length: ladderRungs }, (_, rung) => [ladderAt + 3 * rung, ladderAt + 3 * rung + 1])
    .flat()
    .map((at) => ({ event: eventId(land, at) })),
});
