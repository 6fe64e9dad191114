import { dateText } from '../answers/dates';
import { withColon } from '../answers/languages';
import { type Bound, numberInWords } from '../answers/numbers';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { type LangArgument, languageOf, textOf, translated } from './language';
import { fuzzyDate } from './scalars';
import { oneSeries, type SeriesArguments, seriesOfMetric } from './series';

const reference =
  (field: 'metric' | 'place' | 'nationality') =>
  (row: Entity, _: unknown, { loaders }: Context) =>
    row[field] ? loaders.entityById.load(row[field] as string) : null;

/** A number counts in its metric's unit, whose translations stand with the metric. */
async function unitOf(row: Entity, args: LangArgument, context: Context): Promise<string> {
  if (languageOf(args, context) === context.dataset.language) return String(row.unit);
  const metric = await reference('metric')(row, args, context);
  return String(textOf(metric ?? row, 'unit', args, context) ?? row.unit);
}

export const Observation = {
  label: async (row: Entity, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    const [metric, nationality, place, unit] = await Promise.all([
      reference('metric')(row, args, context),
      reference('nationality')(row, args, context),
      reference('place')(row, args, context),
      unitOf(row, args, context),
    ]);
    const about = [
      textOf(metric ?? {}, 'label', args, context),
      nationality && textOf(nationality, 'name', args, context),
      place && textOf(place, 'name', args, context),
      dateText(row.period as string, lang),
    ];
    const number = numberInWords((row.value as number) ?? null, (row.bound as Bound) ?? null, unit, lang);
    return withColon(about.filter(Boolean).join(', '), number, lang);
  },
  unit: unitOf,
  metric: reference('metric'),
  place: reference('place'),
  nationality: reference('nationality'),
  period: ({ period }: Entity) => fuzzyDate(period),
  asOf: ({ asOf }: Entity) => fuzzyDate(asOf),
  events: ({ events }: Entity, _: unknown, { loaders }: Context) => loaders.entityById.loadMany(events as string[]),
  sources: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.sourcesOf.load(id),
};

export const Metric = {
  label: translated('label'),
  unit: translated('unit'),
  publishers: ({ publishers }: Entity) => publishers ?? [],
  seriesList: ({ id }: Entity, _: unknown, context: Context) => seriesOfMetric(id, context),
  series: (metric: Entity, args: SeriesArguments, context: Context) => oneSeries(metric.id, args, context),
};
