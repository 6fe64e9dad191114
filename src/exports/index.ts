import { csv } from './csv';
import { csvFlat } from './csvFlat';
import { csvSeries } from './csvSeries';
import { graphMl } from './graphml';
import { html } from './html';
import { iCalendar } from './icalendar';
import { jsonLd } from './jsonLd';
import { markdown } from './markdown';
import { mermaid } from './mermaid';
import type { Selection, Written } from './selection';
import { timelineJs } from './timelinejs';
import { visTimeline } from './visTimeline';

export interface Format {
  mediaType: string;
  extension: string;
  write(selection: Selection): Written | Promise<Written>;
}

/** Every format by the SDL's name of it: a line each. */
export const formats = {
  TIMELINEJS: { mediaType: 'application/json', extension: 'timelinejs.json', write: timelineJs },
  VIS_TIMELINE: { mediaType: 'application/json', extension: 'vis.json', write: visTimeline },
  JSON_LD: { mediaType: 'application/ld+json', extension: 'jsonld', write: jsonLd },
  GRAPHML: { mediaType: 'application/graphml+xml', extension: 'graphml', write: graphMl },
  CSV: { mediaType: 'application/zip', extension: 'zip', write: csv },
  CSV_FLAT: { mediaType: 'text/csv', extension: 'csv', write: csvFlat },
  CSV_SERIES: { mediaType: 'text/csv', extension: 'series.csv', write: csvSeries },
  ICALENDAR: { mediaType: 'text/calendar', extension: 'ics', write: iCalendar },
  MARKDOWN: { mediaType: 'text/markdown', extension: 'md', write: markdown },
  HTML: { mediaType: 'text/html', extension: 'html', write: html },
  MERMAID: { mediaType: 'text/plain', extension: 'mmd', write: mermaid },
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
