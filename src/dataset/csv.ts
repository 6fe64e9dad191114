/** One record of a CSV file, with the line of the file that it begins on. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

export interface CsvText {
  records: CsvRecord[];
  /** A stray quote in a cell that does not begin with one: the record stands, the quote is kept as it is. */
  strayQuotes: { line: number; cell: string }[];
  /** The quote that is never properly closed, by the line it opens on. What follows it is not read. */
  openQuote?: { line: number; begins: string };
}

/**
 * The records of a CSV text (RFC 4180 with any of `,` `;` tab, and `\r\n`, `\n` or `\r` as the end of a line).
 *
 * Written here because the lines must be true ones: csv-parse counts a `\r\n` inside quotes as two, names the line
 * where it noticed an open quote instead of where it opened, and takes ten times as long.
 */
export function parseCsv(text: string, separator = separatorOf(text)): CsvText {
  const records: CsvRecord[] = [];
  const strayQuotes: CsvText['strayQuotes'] = [];
  const separatorCode = separator.charCodeAt(0);
  const end = text.length;
  let at = 0;
  let line = 1;

  while (at < end) {
    // Most records are one line without a quote, and those are cut in one go.
    const lineFeed = text.indexOf('\n', at);
    const plain = text.slice(at, lineFeed === -1 ? end : lineFeed);
    const bare = plain.endsWith('\r') ? plain.slice(0, -1) : plain;
    if (!bare.includes('"') && !bare.includes('\r')) {
      records.push({ line, cells: bare.split(separator) });
      at += plain.length + 1;
      line++;
      continue;
    }

    const record: CsvRecord = { line, cells: [] };
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        const next = close === -1 ? 0 : text.charCodeAt(close + 1);
        if (close === -1 || !(close + 1 === end || next === separatorCode || next === LF || next === CR)) {
          return { records, strayQuotes, openQuote: { line, begins: beginning(text.slice(at + 1)) } };
        }
        const quoted = text.slice(at + 1, close);
        record.cells.push(quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted);
        line += countLineEnds(quoted);
        at = close + 1;
      } else {
        const from = at;
        let code = text.charCodeAt(at);
        while (at < end && code !== separatorCode && code !== LF && code !== CR) code = text.charCodeAt(++at);
        const cell = text.slice(from, at);
        record.cells.push(cell);
        if (cell.includes('"')) strayQuotes.push({ line, cell: beginning(cell) });
      }
      if (text.charCodeAt(at) !== separatorCode) break;
      at++;
    }
    records.push(record);
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
    at++;
    line++;
  }
  return { records, strayQuotes };
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** The separator that the heading line holds most of outside its quotes; a comma when it holds none. */
export function separatorOf(text: string): string {
  const [heading = ''] = text.trimStart().split(/[\r\n]/, 1);
  const bare = heading.replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: bare.split(separator).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).separator;
}

/** Where the quoted cell ends whose text begins at `from`, or -1. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

const countLineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** The first words of a text on one line, to be quoted in a message. */
export function beginning(text: string, length = 40): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
