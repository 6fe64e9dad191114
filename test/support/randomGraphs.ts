import fc from 'fast-check';
import { boundDay } from '../../src/answers/dates';
import { type Dataset, type FileName, fileNames, type Row } from '../../src/dataset/format';
import type { LinkFilter } from '../../src/loaders/filters';

type Cells = Record<string, unknown>;

/** A data set made of cells, as if it had been read from files. */
export function datasetOf(cells: Partial<Record<FileName, Cells[]>>): Dataset {
  const rows = Object.fromEntries(
    fileNames.map((file): [FileName, Row[]] => [
      file,
      (cells[file] ?? []).map((values, at) => ({ file, line: at + 1, values })),
    ]),
  ) as Record<FileName, Row[]>;
  return {
    folder: 'random',
    head: {
      id: 'random',
      title: 'Random',
      description: '',
      version: '1',
      license: 'CC0-1.0',
      citeAs: 'Random',
      language: 'en',
      changes: [],
      vocabulary: {},
    },
    rows,
    translations: [],
    unread: [],
    checksum: 'random',
  };
}

const places = [
  { id: 'land', name: 'Land' },
  { id: 'shire', name: 'Shire', within: 'land' },
  { id: 'isle', name: 'Isle' },
];
const actors = ['ada', 'bo'].map((id) => ({ id, name: id }));
const sources = ['paper', 'gazette'].map((id) => ({ id, title: id, url: `https://example.org/${id}` }));
const families = { CAUSAL: ['CAUSED', 'ENABLED'], LEGAL: ['AMENDED_BY'], TEMPORAL: ['PRECEDED'] } as const;
const evidences = ['DOCUMENTED', 'ASSERTED', 'INFERRED'] as const;
const dates = ['2018', '2018-03', '2018-03-05', '2019-01/2019-06', '2020-02-01', '2020-02-01/..', '/2017'] as const;

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** How events and links are drawn: few events and many links make diamonds and loops by themselves. */
export const randomGraph = fc
  .record({
    events: fc.array(
      fc.record({
        edtf: oneOf(dates),
        jurisdictions: some(['land', 'shire', 'isle']),
        affects: some(['isle', 'shire']),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat(7),
        to: fc.nat(7),
        family: oneOf(['CAUSAL', 'LEGAL', 'TEMPORAL'] as const),
        which: fc.nat(1),
        evidence: oneOf(evidences),
        sources: some(['paper', 'gazette']),
        claims: fc.array(
          fc.record({
            by: oneOf(['ada', 'bo', 'paper']),
            stance: oneOf(['ASSERTS', 'DISPUTES', 'DENIES', 'QUALIFIES']),
          }),
          { maxLength: 2 },
        ),
      }),
      { maxLength: 18 },
    ),
  })
  .map(({ events, links }) => graphOf(events, links));

interface DrawnLink {
  from: number;
  to: number;
  family: keyof typeof families;
  which: number;
  evidence: string;
  sources: string[];
  claims: { by: string; stance: string }[];
}

export function graphOf(events: Cells[], drawn: DrawnLink[]): Dataset {
  const links = new Map<string, Cells>();
  const claims: Cells[] = [];
  for (const { from, to, family, which, claims: said, ...cells } of drawn) {
    const ends = [from % events.length, to % events.length].map((at) => `e${at}`);
    const id = `${ends[0]}--${family.toLowerCase()}--${ends[1]}`;
    if (ends[0] === ends[1] || links.has(id)) continue;
    const types = families[family];
    links.set(id, { id, from: ends[0], to: ends[1], family, type: types[which % types.length], ...cells });
    said.forEach((claim, at) => {
      claims.push({ ...claim, id: `${id}--${at}`, about: id, text: 'So it is said.' });
    });
  }
  return datasetOf({
    places,
    actors,
    sources,
    events: events.map((cells, at) => ({ id: `e${at}`, title: `Event ${at}`, ...cells })),
    links: [...links.values()],
    claims,
  });
}

/** Several graphs side by side as one data set, the ids of the nth beginning with `gn-`: one load serves them all. */
export function sideBySide(graphs: Dataset[]): Dataset {
  const idColumns = { events: ['id'], links: ['id', 'from', 'to'], claims: ['id', 'about'] } as const;
  const renamed = (file: keyof typeof idColumns) =>
    graphs.flatMap(({ rows }, at) =>
      rows[file].map(({ values }) => ({
        ...values,
        ...Object.fromEntries(idColumns[file].map((column) => [column, `g${at}-${values[column]}`])),
      })),
    );
  return datasetOf({
    places,
    actors,
    sources,
    events: renamed('events'),
    links: renamed('links'),
    claims: renamed('claims'),
  });
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 3, nil: undefined });

/** A stretch of time that ends before it begins is refused, and has a test of its own. */
const endsAfterItBegins = ({ from, until }: LinkFilter) =>
  !from || !until || String(boundDay(from, 'from')) <= String(boundDay(until, 'until'));

export const randomLinkFilter: fc.Arbitrary<LinkFilter> = fc
  .record({
    families: maybe(some(['CAUSAL', 'LEGAL', 'TEMPORAL'])),
    types: maybe(some(['CAUSED', 'ENABLED', 'AMENDED_BY', 'PRECEDED'])),
    minEvidence: maybe(oneOf(evidences)),
    disputed: maybe(fc.boolean()),
    claimedBy: maybe(some(['ada', 'bo', 'paper'])),
    sources: maybe(some(['paper', 'gazette'])),
    from: maybe(oneOf(['2018', '2018-03-05', '2019-03', '2020'])),
    until: maybe(oneOf(['2017', '2018-03-04', '2018', '2019-12-31'])),
    places: maybe(some(['land', 'shire', 'isle'])),
  })
  .filter(endsAfterItBegins);
