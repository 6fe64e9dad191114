import { dateOf } from '../answers/dates';
import { groupBy } from '../answers/groups';
import { withColon } from '../answers/languages';
import { breaksOf, periodsOf, type Series, seriesOf, stretchOf } from '../answers/series';
import type { SelectedSeries } from '../exports/selection';
import { labelsIn } from '../exports/words';
import type { Entity, ObservationEntity } from '../loaders/rows';
import type { Context } from '../server/context';
import { textOf } from './language';

/** Gathers the series in which the numbers tied to some events stand; those of the whole data set where it is all chosen. */
export async function seriesFor(
  events: readonly Entity[],
  isWhole: boolean,
  lang: string,
  context: Context,
): Promise<SelectedSeries[]> {
  const { loaders } = context;
  const metrics = isWhole ? await allMetrics(context) : null;
  const tied = metrics ? [] : (await Promise.all(events.map(({ id }) => loaders.observationsFor.load(id)))).flat();
  const ids = metrics ?? [...new Set(tied.map(({ metric }) => metric))];
  const keys = new Set(tied.map(keyOf));
  const rows = (await Promise.all(ids.map((id) => loaders.observationsOf.load(id)))).flat();
  const all = seriesOf(metrics ? rows : rows.filter((row) => keys.has(keyOf(row))));
  const spacings = groupBy(all, keyOf);
  return Promise.all(
    all.map((series) => selectedSeries(series, spacings.get(keyOf(series))?.length !== 1, lang, context)),
  );
}

/** Most metrics that a whole data set's numbers are taken of. */
const mostMetrics = 2000;

const allMetrics = async ({ ask }: Context): Promise<string[]> =>
  (await (await ask.metrics({})).page({ ascending: true, after: null, limit: mostMetrics })).map(({ id }) => id);

type Key = Pick<Series, 'metric'> & { place?: string | null; nationality?: string | null };

const keyOf = ({ metric, place, nationality }: Key): string => [metric, place ?? '', nationality ?? ''].join('\n');

async function selectedSeries(
  series: Series<ObservationEntity>,
  isOneOfSeveral: boolean,
  lang: string,
  context: Context,
): Promise<SelectedSeries> {
  const { loaders } = context;
  const load = (id: string | null) => (id === null ? null : loaders.entityById.load(id));
  const [metric, nationality, place, breaks] = await Promise.all([
    load(series.metric),
    load(series.nationality),
    load(series.place),
    loaders.breaksOf.load(series.metric),
  ]);
  const text = (row: Entity, field: string) => String(textOf(row, field, { lang }, context) ?? '');
  const unit = metric === null ? '' : text(metric, 'unit');
  const about = [
    metric && text(metric, 'label'),
    nationality && text(nationality, 'name'),
    place && text(place, 'name'),
  ];
  const { spacings, breaks: kinds } = labelsIn(lang);
  const spacing = isOneOfSeveral ? [spacings[series.every] ?? series.every] : [];
  const drawn = series.observations.filter(({ preferred }) => preferred !== false);
  const byPeriod = groupBy(drawn, ({ period }) => stretchOf(period).from);
  const periods = new Map(periodsOf(series).map((period) => [stretchOf(period).from, [period]]));
  for (const [from, rows] of byPeriod)
    periods.set(
      from,
      rows.map(({ period }) => period),
    );
  const remarks = [...breaksOf(series, breaks)];
  const points = [...periods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([date, at]) =>
      at.map((period, which) => {
        const row = byPeriod.get(date)?.[which];
        // What must be known is told at the first period that it reaches.
        const reached = remarks.findIndex((one) => (dateOf(one.period).earliest ?? '') > date);
        const told = remarks.splice(0, reached < 0 ? remarks.length : reached);
        return {
          date,
          period,
          value: row?.value ?? null,
          bound: row?.bound ?? null,
          note: [
            ...(row?.note ? [text(row, 'note')] : []),
            ...told.map(({ kind, note }) => withColon(kinds[kind] ?? kind, String(note), lang)),
          ],
        };
      }),
    );
  return {
    name: [...about, unit, ...spacing].filter(Boolean).join(', '),
    unit,
    points,
    olderReleases: series.observations.length - drawn.length,
  };
}
