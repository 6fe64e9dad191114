import { dateOf } from '../src/answers/dates';
import { daysOf, gapsOf, hasValue, type ObservationRow, type Period, seriesOf } from '../src/answers/series';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith, readSound } from './support/datasets';
import { certainlyWithin } from './support/days';
import { ENGINES } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

const dataset = readSound(northAmericanAsylum);
const observations = dataset.rows.observations.map(({ values }) => values as unknown as ObservationRow);

/** The series that are long and clean enough to draw: how many points they have from when to when, and no gap. */
const longAndClean: [
  metric: string,
  place: string,
  nationality: string | null,
  every: Period,
  string,
  string,
  number,
][] = [
  ['southwest-border-encounters-total', 'US', null, 'MONTH', '2018-10-01', '2025-08-31', 83],
  ['southwest-border-encounters-by-nationality', 'US', 'CU', 'MONTH', '2021-01-01', '2025-05-31', 53],
  ['southwest-border-encounters-by-nationality', 'US', 'HT', 'MONTH', '2021-01-01', '2025-05-31', 53],
  ['southwest-border-encounters-by-nationality', 'US', 'NI', 'MONTH', '2021-01-01', '2025-05-31', 53],
  ['southwest-border-encounters-by-nationality', 'US', 'VE', 'MONTH', '2021-01-01', '2025-05-31', 53],
  ['usbp-southwest-apprehensions', 'US', null, 'MONTH', '2012-01-01', '2025-08-31', 164],
  ['usbp-southwest-family-units', 'US', null, 'MONTH', '2014-01-01', '2024-11-30', 131],
  ['usbp-southwest-unaccompanied-children', 'US', null, 'MONTH', '2014-01-01', '2024-11-30', 131],
  ['usbp-swanton-sector-apprehensions', 'US', null, 'MONTH', '2016-01-01', '2024-11-30', 107],
  ['northern-border-encounters-total', 'US', null, 'MONTH', '2019-10-01', '2025-05-31', 68],
  ['northern-border-encounters-by-nationality', 'US', 'MX', 'MONTH', '2019-10-01', '2025-05-31', 68],
  ['asylum-claims-canada', 'CA', null, 'MONTH', '2015-01-01', '2025-07-31', 127],
  ['asylum-claims-land-border', 'CA', null, 'MONTH', '2015-01-01', '2025-07-31', 127],
  ['asylum-claims-land-border', 'CA-QC', null, 'MONTH', '2015-01-01', '2025-07-31', 127],
  ['asylum-claims-airport', 'CA', null, 'MONTH', '2015-01-01', '2025-07-31', 127],
  ['asylum-claims-inland', 'CA', null, 'MONTH', '2015-01-01', '2025-07-31', 127],
  ['refugees-admitted-us', 'US', null, 'MONTH', '2014-01-01', '2024-12-31', 132],
  ['npr-stock-canada', 'CA', null, 'QUARTER', '2021-07-01', '2026-01-01', 19],
  ['npr-share-of-population', 'CA', null, 'QUARTER', '2021-07-01', '2026-01-01', 19],
  ['title-42-expulsions-southwest', 'US', null, 'MONTH', '2020-03-01', '2023-05-31', 39],
  ['study-permits-effective', 'CA', null, 'MONTH', '2015-01-01', '2025-07-31', 127],
  ['unhcr-asylum-applications', 'CA', null, 'YEAR', '2000-01-01', '2025-12-31', 26],
  ['usbp-southwest-apprehensions', 'US', null, 'FISCAL_YEAR', '1999-10-01', '2025-09-30', 26],
  ['refugees-admitted-us', 'US', null, 'FISCAL_YEAR', '2000-10-01', '2024-09-30', 24],
  ['us-refugee-ceiling', 'US', null, 'FISCAL_YEAR', '2000-10-01', '2026-09-30', 26],
  ['us-asylum-granted-total', 'US', null, 'FISCAL_YEAR', '1999-10-01', '2023-09-30', 24],
];

/** Those not to be drawn as one line, with how many points and gaps. */
const withGaps: [metric: string, place: string, points: number, gaps: number][] = [
  ['rcmp-interceptions-between-ports', 'CA', 41, 37],
  ['darien-crossings', 'PA', 47, 19],
];

describe('the shipped numbers', () => {
  const series = seriesOf(observations);
  const find = (metric: string, place: string, nationality: string | null, every: Period) => {
    const found = series.filter(
      (one) => one.metric === metric && one.place === place && one.nationality === nationality && one.every === every,
    );
    const [only] = found;
    if (only === undefined || found.length > 1) throw new Error(`Expected one series, but got: ${found.length}.`);
    return only;
  };

  it.each(longAndClean)(
    '%s in %s of %s by %s: whole from %s to %s',
    (metric, place, nationality, every, first, last, points) => {
      const found = find(metric, place, nationality, every);
      expect({ ...daysOf(found), points: found.observations.filter(hasValue).length, gaps: gapsOf(found) }).toEqual({
        first,
        last,
        points,
        gaps: [],
      });
    },
  );

  it.each(withGaps)('%s in %s: %d months known, %d not', (metric, place, points, gaps) => {
    const found = find(metric, place, null, 'MONTH');
    expect([found.observations.filter(hasValue).length, gapsOf(found).length]).toEqual([points, gaps]);
  });

  it('a month or year that is declared a hole has no number', () => {
    const holes = dataset.rows['series-breaks'].filter(({ values }) => values.kind === 'GAP');
    const filled = holes.flatMap(({ values: { metric, place, nationality, period } }) => {
      const { earliest, latest } = dateOf(String(period));
      const every: Period = /^\d{4}-/.test(String(period)) ? 'MONTH' : 'YEAR';
      const found = series.find(
        (one) =>
          one.metric === metric &&
          one.place === place &&
          one.nationality === (nationality ?? null) &&
          one.every === every,
      );
      const inside = found?.observations.filter((row) => certainlyWithin(dateOf(row.period), earliest, latest)) ?? [];
      return inside.filter(hasValue).map(({ id }) => id);
    });
    expect(holes.length).toBeGreaterThan(50);
    expect(filled).toEqual([]);
  });
});

for (const testEngine of ENGINES) {
  describe(`numbers on ${testEngine.name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await openWith(testEngine, dataset);
    });
    afterAll(() => engine.close());

    it('ask the database as often for many metrics as for one', async () => {
      const callsFor = async (first: number) => {
        const { engine: recording, calls } = recordingEngine(engine);
        const { data, errors } = await ask(
          recording,
          `{ metrics(first: ${first}) { nodes { seriesList { place { id } gaps { edtf } breaks { note sources { id } } observations { id sources { id } events { observations(first: 1) { nodes { id } } } } } series(place: "CA") { first } } } }`,
        );
        expect(errors).toBeUndefined();
        expect(data.metrics.nodes).toHaveLength(first);
        return calls.length;
      };
      const forMany = await callsFor(100);
      expect(forMany).toBeLessThanOrEqual(10);
      expect(await callsFor(20)).toBeLessThanOrEqual(forMany);
    });

    it('are read by pages without loss or double, in order of period', async () => {
      const seen: { id: string; period: { earliest: string; latest: string } }[] = [];
      let total = 0;
      for (let after: string | null = ''; after !== null; ) {
        const cursor: string = after ? `, after: "${after}"` : '';
        const { data } = await ask(
          engine,
          `{ observations(where: { places: ["MX"], allReleases: true }, first: 100${cursor}) { totalCount nodes { id period { earliest latest } } pageInfo { hasNextPage endCursor } } }`,
        );
        seen.push(...data.observations.nodes);
        total = data.observations.totalCount;
        after = data.observations.pageInfo.hasNextPage ? data.observations.pageInfo.endCursor : null;
      }
      const keys = seen.map(({ id, period }) => `${period.earliest}/${period.latest} ${id}`);
      expect(keys).toEqual([...new Set(keys)].sort());
      expect(keys).toHaveLength(total);
      const within = new Set([
        'MX',
        ...dataset.rows.places.filter(({ values }) => values.within === 'MX').map(({ values }) => String(values.id)),
      ]);
      expect(new Set(seen.map(({ id }) => id))).toEqual(
        new Set(observations.filter(({ place }) => place && within.has(place)).map(({ id }) => id)),
      );
    });
  });
}
