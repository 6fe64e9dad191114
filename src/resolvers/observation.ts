import { dateText } from '../answers/dates';
import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { type LangArgument, languageOf, textOf, translated } from './language';
import { fuzzyDate } from './scalars';

const reference =
  (field: 'metric' | 'place' | 'nationality') =>
  (row: Entity, _: unknown, { loaders }: Context) =>
    row[field] ? loaders.entityById.load(row[field] as string) : null;

export const Observation = {
  label: async (row: Entity, args: LangArgument, context: Context) => {
    const lang = languageOf(args, context);
    const [metric, place] = await Promise.all([
      reference('metric')(row, args, context),
      reference('place')(row, args, context),
    ]);
    const about = [textOf(metric ?? {}, 'label', args, context), place && textOf(place, 'name', args, context)];
    const value = row.value == null ? '–' : `${(row.value as number).toLocaleString(lang)} ${row.unit}`;
    return `${[...about, dateText(row.period as string, lang)].filter(Boolean).join(', ')}: ${value}`;
  },
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
  publishers: ({ publishers }: Entity) => publishers ?? [],
};
