import { type CallerError, nearest } from '../src/errors';
import { known } from '../src/resolvers/arguments';
import type { Context } from '../src/server/context';
import { createTurns } from '../src/turns';
import { northAmericanAsylum, readSound } from './support/datasets';

const { rows } = readSound(northAmericanAsylum);
const idsOf = (file: 'events' | 'places' | 'policies' | 'actors') => rows[file].map(({ values }) => String(values.id));

test.each([
  ['places', 'QC', 'CA-QC'],
  ['events', 'visa-mexico-2016', 'ca-mexico-visa-lifted-2016'],
  ['events', 'mexico visa imposed', 'ca-mexico-visa-imposed-2009'],
  ['events', 'ca-mexico-visa-imposd-2009', 'ca-mexico-visa-imposed-2009'],
  ['events', 'CA-MEXICO-VISA-IMPOSED-2009', 'ca-mexico-visa-imposed-2009'],
  ['events', 'us-mpp-begins', 'us-mpp-begins-2019'],
  ['events', 'ca-visa-mexico-lift-2016', 'ca-mexico-visa-lift-announced-2016'],
  ['places', 'roxam-road', 'roxham-road'],
  ['places', 'roxham', 'roxham-road'],
  ['policies', 'title42', 'title-42'],
  ['policies', 'cbp-ones', 'cbp-one'],
  ['actors', 'trudeau', 'justin-trudeau'],
  ['actors', 'trudeau-justin', 'justin-trudeau'],
] as const)('of the %s, "%s" is nearest to %s', (file, wrong, right) => {
  expect(nearest(wrong, idsOf(file))[0]).toBe(right);
});

test('nothing is near to what shares neither letters nor parts', () => {
  expect(nearest('completely-different-words', idsOf('events'))).toEqual([]);
  expect(nearest('xqzxqzxqz', idsOf('actors'))).toEqual([]);
});

test('goes by all of the parts before letters, and by most of them only where nothing else is near', () => {
  const known = ['one-two-three', 'three-two-four-five', 'one-two-thre', 'nine'];
  expect(nearest('one-two-threa', known)).toEqual(['one-two-thre', 'one-two-three']);
  expect(nearest('two-three-six', known)).toEqual(['one-two-three', 'three-two-four-five']);
  // A letter that is missing alone is nearer still.
  expect(nearest('four-five', [...known, 'four-fives'])).toEqual(['four-fives', 'three-two-four-five']);
});

test('is found among 20,000 ids while a reader waits', () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `ca-mexico-visa-${at}-lifted-for-everybody`);
  const began = process.cpuUsage();
  expect(nearest('visa-mexico-19999', ids)[0]).toBe('ca-mexico-visa-19999-lifted-for-everybody');
  // The processor's time and not the clock's: other work on the machine says nothing of ours.
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(1_000);
});

test('a mistyped id is looked for among many in turns, and the same ones are found', async () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `visa-${at}-of-${at % 7}`);
  const context = {
    loaders: { entityById: { load: async () => null } },
    ask: { entityIds: async () => ids, search: async () => ({ words: '', hits: [] }) },
    turns: createTurns(20),
  } as unknown as Context;
  for (const wrong of ['visa-19990-of-x', 'of-5-visa', 'vsia-12', 'xqzxqzxqz']) {
    let others = 0;
    const timer = setInterval(() => others++, 0);
    const refusal = await known(wrong, ['Event'], context).catch((error: CallerError) => error);
    clearInterval(timer);
    expect(refusal).toMatchObject({ extensions: { id: wrong, nearest: nearest(wrong, ids) } });
    expect(others).toBeGreaterThan(5);
  }
});
