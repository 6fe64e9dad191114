import { boundDay, possiblyWithin } from '../answers/dates';
import {
  breaksOf,
  daysOf,
  findSeries,
  gapsOf,
  type Period,
  type SeriesBreakRow,
  type Series as SeriesOf,
  seriesOf,
  stretchOf,
} from '../answers/series';
import type { ObservationEntity } from '../loaders/rows';
import type { Context } from '../server/context';
import { inTimeOrder, known } from './arguments';
import { fuzzyDate } from './scalars';

type SeriesRow = SeriesOf<ObservationEntity>;

export interface SeriesArguments {
  place?: string | null;
  nationality?: string | null;
  every: Period;
}

/** All series of a metric, from one batched question for its numbers. */
export const seriesOfMetric = async (metric: string, { loaders }: Context): Promise<SeriesRow[]> =>
  seriesOf(await loaders.observationsOf.load(metric));

/** One series of a metric; null where there is none, an error where a place does not exist. */
export async function oneSeries(metric: string, args: SeriesArguments, context: Context): Promise<SeriesRow | null> {
  const { place, nationality, every } = args;
  if (place != null) await known(place, ['Place'], context, 'place');
  if (nationality != null) await known(nationality, ['Place'], context, 'nationality');
  return findSeries(await seriesOfMetric(metric, context), { place, nationality, every });
}

const placeOr =
  (field: 'place' | 'nationality') =>
  (series: SeriesRow, _: unknown, { loaders }: Context) => {
    const id = series[field];
    return id === null ? null : loaders.entityById.load(id);
  };

export const Series = {
  metric: ({ metric }: SeriesRow, _: unknown, { loaders }: Context) => loaders.entityById.load(metric),
  place: placeOr('place'),
  nationality: placeOr('nationality'),
  observations: ({ observations }: SeriesRow, args: ObservationsArguments) => {
    inTimeOrder(args.from, args.until);
    const from = args.from ? boundDay(args.from, 'from') : null;
    const until = args.until ? boundDay(args.until, 'until') : null;
    return observations.filter(({ period, preferred }) => {
      const days = stretchOf(period);
      return (
        (args.allReleases || preferred) && possiblyWithin({ earliest: days.from, latest: days.until }, from, until)
      );
    });
  },
  gaps: (series: SeriesRow) => gapsOf(series).map((period) => fuzzyDate(period)),
  breaks: async (series: SeriesRow, _: unknown, { loaders }: Context) =>
    breaksOf(series, await loaders.breaksOf.load(series.metric)),
  first: (series: SeriesRow) => daysOf(series).first,
  last: (series: SeriesRow) => daysOf(series).last,
};

interface ObservationsArguments {
  from?: string | null;
  until?: string | null;
  allReleases: boolean;
}

export const SeriesBreak = {
  period: ({ period }: SeriesBreakRow) => fuzzyDate(period),
  sources: ({ sources }: SeriesBreakRow, _: unknown, { loaders }: Context) => loaders.entityById.loadMany(sources),
};
