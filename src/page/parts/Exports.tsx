import { useLang, usePage, useWords } from '../state';
import { exportWords } from '../words/exports';

/** The forms that a selection can be taken away in, as the addresses of the server name them. */
const formats = [
  'html',
  'markdown',
  'csv',
  'csv-flat',
  'csv-series',
  'timelinejs',
  'vis-timeline',
  'icalendar',
  'graphml',
  'mermaid',
  'json-ld',
] as const;

export type Format = (typeof formats)[number];

/** Files of a selection, each with what it is good for; `selection` has the fields of a filter of events, null for all. */
export function Exports({ selection }: { selection: Readonly<Record<string, readonly string[]>> | null }) {
  const words = useWords(exportWords);
  const lang = useLang();
  const { embedded } = usePage();
  if (embedded) return null;
  const chosen = Object.entries(selection ?? {}).map(([name, values]): [string, string] => [name, values.join(',')]);
  const query = new URLSearchParams([...chosen, ['lang', lang]]);
  return (
    <details class="exports">
      <summary>{words.take}</summary>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={`/export/${format}?${query}`} download>
              {words.formats[format]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
