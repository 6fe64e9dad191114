import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { readConfig } from '../../src/config';
import { type FormatName, formats } from '../../src/exports';
import { jsonInTurns } from '../../src/exports/inTurns';
import type { SelectedClaim, SelectedEvent, SelectedLink, Selection } from '../../src/exports/selection';
import { exportFrom, exportRequestOf } from '../../src/server/export';
import { openWith, tinyStory } from '../support/datasets';
import { embedded } from '../support/engines';

const many = 1_000;

const claimOf = (id: string): SelectedClaim => ({
  id: `claim-${id}`,
  by: { id: 'speaker', name: 'A speaker', kind: 'PERSON' },
  stance: 'DISPUTES',
  text: 'It was not so.',
  hedge: null,
  edtf: '2020',
  sources: [],
});

const eventOf = (at: number): SelectedEvent => ({
  id: `event-${at}`,
  title: `Event ${at}`,
  summary: 'Something happened.',
  edtf: '2020-01',
  kind: 'OTHER',
  verification: 'VERIFIED',
  contentNotes: [],
  jurisdictions: [],
  affects: [],
  places: [],
  actors: [],
  policies: [],
  claims: [],
  sources: [],
  image: null,
  caption: null,
});

const linkOf = (at: number): SelectedLink => ({
  id: `link-${at}`,
  from: `event-${at}`,
  to: `event-${at + 1}`,
  type: 'CAUSED',
  family: 'CAUSAL',
  evidence: 'ASSERTED',
  basis: 'Somebody says so.',
  disputed: true,
  qualified: false,
  words: 'One is said to have led to the other.',
  claims: [claimOf(`${at}`)],
  sources: [],
});

/** A selection of a thousand events that counts how often others had their turn. */
function largeSelection() {
  const events = Array.from({ length: many }, (_, at) => eventOf(at));
  const links = Array.from({ length: many - 1 }, (_, at) => linkOf(at));
  const counted = { turns: 0 };
  const selection: Selection = {
    title: 'Much',
    question: null,
    name: 'much',
    lang: 'en',
    dataset: {
      id: 'set',
      title: 'A set',
      description: '',
      version: '1',
      license: 'CC0-1.0',
      citeAs: 'A set, 1.',
      checksum: 'abc',
      date: null,
      language: 'en',
    },
    events,
    links,
    losses: [],
    pause: async () => {
      counted.turns++;
    },
    rows: async () => ({
      head: {},
      tables: {
        events: events.map(({ id, title, edtf }) => ({ id, title, edtf })),
        links: links.map((link) => ({ ...link, claims: null, sources: [] })),
      },
      languages: [],
      plainFields: () => new Map(),
      losses: [],
    }),
    series: async () =>
      Array.from({ length: many }, (_, at) => ({
        name: `Series ${at}`,
        unit: 'claims',
        points: [{ date: '2020-01-01', period: '2020-01', value: at, bound: null, note: [] }],
        olderReleases: 0,
      })),
  };
  return { selection, counted };
}

describe('a large export', () => {
  it.each(Object.keys(formats) as FormatName[])(
    'is written as %s in turns of at most some hundred things',
    async (name) => {
      const { selection, counted } = largeSelection();
      await formats[name].write(selection);
      expect(counted.turns).toBeGreaterThanOrEqual(many / 300);
    },
  );
});

describe('a diagram that Mermaid refuses to draw as it is set at first', () => {
  it('says by how much it is too large', async () => {
    const { selection } = largeSelection();
    const { body, losses } = await formats.MERMAID.write(selection);
    const over = (reason: string) => losses.find((loss) => loss.reason === reason)?.count;
    expect(over('longText')).toBe(String(body).length - 50_000);
    expect(over('manyArrows')).toBe(many - 1 - 500);
  });

  it('says nothing of a small one', async () => {
    const { selection } = largeSelection();
    const [events, links] = [selection.events.slice(0, 20), selection.links.slice(0, 19)];
    const { losses } = await formats.MERMAID.write({ ...selection, events, links });
    expect(losses.filter(({ reason }) => reason === 'longText' || reason === 'manyArrows')).toEqual([]);
  });
});

it('a command may take longer than a request, since nobody waits behind it', async () => {
  const engine = await openWith(embedded, tinyStory);
  const config = readConfig({ DEADLINE_MS: '1' });
  const slow = {
    ...engine,
    read: async (...question: Parameters<typeof engine.read>) => {
      await wait(2);
      return engine.read(...question);
    },
  };
  const { body } = await exportFrom(slow, config, () => {}, exportRequestOf('csv-flat', new URLSearchParams()));
  expect(String(body)).toContain('title');
  await engine.close();
});

describe('JSON written in turns', () => {
  it('is what JSON.stringify writes', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (body) => {
        const text = await jsonInTurns(body, { pause: async () => {} });
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(body)));
        if (Object.keys(body).length > 0) expect(text).toBe(`${JSON.stringify(body, null, 1)}\n`);
      }),
    ));
});
