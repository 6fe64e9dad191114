import { parseDate } from '../answers/dates';
import { familyOf } from './families';
import { type FileName, fileNames, formats } from './format';
import { slug } from './slug';

/** A row that is still being filled in. */
export interface Draft {
  file: string;
  line: number;
  values: Record<string, unknown>;
}

export type Drafts = Record<FileName, Draft[]>;

/**
 * Fills in what a data set may leave out, so that everything after sees one shape:
 *
 * - an event's or a claim's `edtf` from its `date`;
 * - a link's `family` from its type;
 * - an observation's `unit` from its metric, `bound` EXACT where it has a value, and `preferred` true where no other row
 *   gives the same metric, place, nationality and period;
 * - a source row, one for each address, for `source_url` and `source_title`, which then stands in `sources`;
 * - ids from titles and names: `<from>--<type>--<to>` for a link, `<about>--<stance>--<by>` for a claim, metric, place and
 *   period for an observation; `-2`, `-3` and so on make them unique.
 *
 * `verification`, `dateBasis` and the like stay absent where a row does not say them: what they mean then is said where
 * they are served.
 */
export function fillDefaults(rows: Drafts): void {
  for (const { values } of [...rows.events, ...rows.claims]) values.edtf ??= values.date;
  for (const { values } of rows.links) values.family ??= familyOf(String(values.type));
  const taken = new Set<unknown>(fileNames.flatMap((name) => rows[name].map(({ values }) => values.id)));
  gatherSources(rows, taken);
  // Events come first in the list of files, claims after links: an id that others are made of is there when it is needed.
  for (const name of fileNames) {
    if (!Object.hasOwn(formats[name].columns, 'id')) continue;
    for (const { values } of rows[name]) values.id ??= unique(idFor(name, values), taken);
  }
  fillObservations(rows);
}

function fillObservations({ observations, metrics }: Drafts): void {
  const units = new Map(metrics.map(({ values }) => [values.id, values.unit]));
  const releases = new Map<string, number>();
  const keys = observations.map(({ values }) => seriesKey(values));
  for (const key of keys) releases.set(key, (releases.get(key) ?? 0) + 1);
  observations.forEach(({ values }, index) => {
    const unit = units.get(values.metric);
    if (unit !== undefined) values.unit ??= unit;
    if (values.value !== undefined) values.bound ??= 'EXACT';
    values.preferred ??= releases.get(keys[index] ?? '') === 1;
  });
}

/** What observations of the same thing share, however their period is written: only one of them is drawn. */
export const seriesKey = ({ metric, place, nationality, period }: Readonly<Record<string, unknown>>): string =>
  `${metric}\n${place}\n${nationality}\n${daysOf(String(period))}`;

function daysOf(period: string): string {
  const parsed = parseDate(period);
  if (!('date' in parsed) || parsed.date.earliest === null || parsed.date.latest === null) return period;
  return `${parsed.date.earliest}/${parsed.date.latest}`;
}

function gatherSources(rows: Drafts, taken: Set<unknown>): void {
  const byUrl = new Map(rows.sources.map(({ values }) => [values.url, values]));
  for (const name of fileNames) {
    if (!Object.hasOwn(formats[name].columns, 'source_url')) continue;
    for (const row of rows[name]) {
      if (row.values.source_url === undefined) continue;
      const { source_url: url, source_title: title, ...others } = row.values;
      let source = byUrl.get(url);
      if (source === undefined) {
        const named = title ?? hostOf(String(url));
        source = { id: unique(slug(String(named)) || 'source', taken), url, title: named };
        byUrl.set(url, source);
        rows.sources.push({ file: row.file, line: row.line, values: source });
      }
      source.id ??= unique(idFor('sources', source), taken);
      const sources = Array.isArray(others.sources) ? others.sources : [];
      row.values = { ...others, sources: sources.includes(source.id) ? sources : [...sources, source.id] };
    }
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}

function idFor(name: FileName, values: Readonly<Record<string, unknown>>): string {
  const {
    title,
    name: called,
    label,
    term,
    from,
    to,
    type,
    about,
    stance,
    by,
    metric,
    place,
    nationality,
    period,
  } = values;
  switch (name) {
    case 'links':
      return `${from}--${lower(type)}--${to}`;
    case 'claims':
      return `${about}--${lower(stance)}--${by}`;
    case 'observations':
      // A slash would part the id in two where it stands in an address.
      return [
        metric,
        lower(place),
        lower(nationality),
        lower(period)
          .replaceAll('/', '_')
          .replaceAll(/[^\w.-]/g, ''),
      ]
        .filter((part) => part !== '')
        .join('-');
    default:
      return slug(String(title ?? called ?? label ?? term ?? '')) || (formats[name].type ?? name).toLowerCase();
  }
}

const lower = (value: unknown): string => (value === undefined ? '' : String(value).toLowerCase());

function unique(id: string, taken: Set<unknown>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
  taken.add(free);
  return free;
}
