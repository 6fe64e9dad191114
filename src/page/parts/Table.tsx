import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePage, useWords } from '../state';
import { common } from '../words/common';
import { copyText } from './copyText';

export type Column<Row> = {
  head: string;
  /** The plain text of a cell: what is copied, and sorted by unless `order` says otherwise. */
  text: (row: Row) => string;
  /** Sorts by this instead of the text, such as the first possible day. */
  order?: (row: Row) => string | number;
  /** What is shown instead of the text, such as a link. */
  cell?: (row: Row) => ComponentChildren;
  numeric?: boolean;
};

type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; keyOf: (row: Row) => string };

/** A table that can be sorted by each column and copied into a spreadsheet. */
export function Table<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  const words = useWords(common);
  const { announce } = usePage();
  const [sorting, setSorting] = useState<{ at: number; up: boolean } | null>(null);
  const sorted = sorting ? sortedBy(rows, columns[sorting.at], sorting.up) : rows;
  const sortBy = (at: number) => setSorting({ at, up: sorting?.at === at ? !sorting.up : true });
  const copy = async () => {
    const lines = [columns.map(({ head }) => head), ...sorted.map((row) => columns.map(({ text }) => text(row)))];
    await copyText(lines.map((cells) => cells.map(oneLine).join('\t')).join('\n'));
    announce(words.copied);
  };
  return (
    <div class="table">
      <button type="button" class="copy" onClick={copy}>
        {words.copyTable}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ head, numeric }, at) => (
                <th key={head} scope="col" class={numeric ? 'numeric' : undefined} aria-sort={directionOf(sorting, at)}>
                  <button type="button" onClick={() => sortBy(at)}>
                    {head}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map(({ head, text, cell, numeric }) => (
                  <td key={head} class={numeric ? 'numeric' : undefined}>
                    {cell ? cell(row) : text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** The same as a drawing, as a table that is folded away; the link near the start of a view opens it. */
export function Twin<Row>(props: Props<Row>) {
  const words = useWords(common);
  return (
    <details class="twin">
      <summary>
        {words.asTable} ({props.rows.length})
      </summary>
      <div id="table" tabIndex={-1}>
        <Table {...props} />
      </div>
    </details>
  );
}

/** Leads past the drawing to its twin; a browser unfolds what a link leads into. */
export function ToTwin() {
  return (
    <a class="to-twin" href="#table">
      {useWords(common).toTable}
    </a>
  );
}

function sortedBy<Row>(rows: Row[], column: Column<Row> | undefined, up: boolean): Row[] {
  if (!column) return rows;
  const valueIn = column.order ?? column.text;
  const ordered = rows.toSorted((a, b) => compare(valueIn(a), valueIn(b)));
  return up ? ordered : ordered.reverse();
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true });

const directionOf = (sorting: { at: number; up: boolean } | null, at: number) =>
  sorting?.at !== at ? undefined : sorting.up ? 'ascending' : 'descending';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
