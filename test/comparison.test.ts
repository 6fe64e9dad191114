import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith } from './support/datasets';
import { ENGINES } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

jest.setTimeout(60_000);

const fields =
  'comparable tryInstead { months every place { id } nationality { id } why } rivals { id date { earliest latest } } before { from } after { until } series { every } caution';

interface Asked {
  event: string;
  metric: string;
  place?: string | undefined;
  nationality?: string | undefined;
  months?: number;
}

for (const testEngine of ENGINES) {
  describe(`before and after on ${testEngine.name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(testEngine, northAmericanAsylum);
    });
    afterAll(() => engine.close());

    const compare = async (args: Asked, asked = engine) => {
      const answer = await ask(
        asked,
        `query ($event: ID!, $metric: ID!, $place: ID, $nationality: ID, $months: Int) {
          beforeAndAfter(event: $event, metric: $metric, place: $place, nationality: $nationality, months: $months) { ${fields} }
        }`,
        { ...args },
      );
      expect(answer.errors).toBeUndefined();
      return answer.data.beforeAndAfter;
    };

    it('each hint is comparable when it is asked', async () => {
      const refused: Asked[] = [
        { event: 'ca-stca-protocol-effective-2023', metric: 'asylum-claims-land-border' },
        { event: 'ca-stca-protocol-effective-2023', metric: 'asylum-claims-airport', months: 100 },
        { event: 'us-chnv-expansion-2023', metric: 'southwest-border-encounters-by-nationality', months: 60 },
        { event: 'us-title-42-order-2020', metric: 'usbp-southwest-apprehensions', months: 72 },
        { event: 'us-invasion-proclamation-2025', metric: 'southwest-border-encounters-total' },
        { event: 'ca-covid-turnback-in-force-2020', metric: 'asylum-claims-canada', months: 3 },
      ];
      let hints = 0;
      for (const question of refused) {
        const { comparable, tryInstead } = await compare(question);
        expect(comparable).toBe(false);
        for (const { months, every, place, nationality } of tryInstead) {
          const instead = await compare({ ...question, months, place: place?.id, nationality: nationality?.id });
          expect([instead.comparable, instead.series.every]).toEqual([true, every]);
          hints++;
        }
      }
      expect(hints).toBeGreaterThanOrEqual(8);
    });

    it('other events of the same time are named, the nearest first, and never the event itself', async () => {
      const event = 'ca-stca-protocol-effective-2023';
      const { rivals, before, after, caution } = await compare({ event, metric: 'asylum-claims-airport' });
      const ids: string[] = rivals.map(({ id }: { id: string }) => id);
      // It touches Canada alone and began in the month before.
      expect(ids).toContain('ca-trv-waiver-2023');
      expect(ids).not.toContain(event);
      expect(ids.length).toBeLessThanOrEqual(20);
      for (const { date } of rivals) {
        expect(date.earliest === null || date.earliest <= after.until).toBe(true);
        expect(date.latest === null || date.latest >= before.from).toBe(true);
      }
      expect(caution).toContain(`${ids.length} other events`);
    });

    it('neither an outcome of the numbers nor the same change is a rival, what turns it back is', async () => {
      const idsOf = async (args: Asked): Promise<string[]> =>
        (await compare(args)).rivals.map(({ id }: { id: string }) => id);
      const visa = await idsOf({
        event: 'ca-mexico-visa-imposed-2009',
        metric: 'asylum-claims-canada-by-nationality',
        nationality: 'MX',
      });
      expect(visa).not.toContain('ca-mexican-claims-fall-2010');
      expect(visa).not.toContain('ca-mexico-visa-announced-2009');
      expect(visa.length).toBeGreaterThan(5);
      const parole = await idsOf({
        event: 'us-chnv-expansion-2023',
        metric: 'southwest-border-encounters-by-nationality',
        nationality: 'HT',
        months: 24,
      });
      expect(parole).not.toContain('us-venezuela-parole-2022');
    });

    it('the number of questions to the database does not grow with what is found', async () => {
      const calls = async (args: Asked) => {
        const recording = recordingEngine(engine);
        const { rivals } = await compare(args, recording.engine);
        return { rivals: rivals.length, calls: recording.calls.length };
      };
      const event = 'ca-stca-protocol-effective-2023';
      const few = await calls({ event, metric: 'asylum-claims-land-border', place: 'CA-QC', months: 1 });
      const many = await calls({ event, metric: 'asylum-claims-land-border', place: 'CA-QC', months: 24 });
      expect(many.rivals).toBeGreaterThan(few.rivals);
      expect(many.calls).toBeLessThanOrEqual(few.calls);
      expect(many.calls).toBeLessThan(14);
    });
  });
}
