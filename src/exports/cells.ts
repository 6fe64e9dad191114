/** What a spreadsheet could take for a formula gets an apostrophe before it (OWASP). */
export const guarded = (text: string): string => (isHarmless(text) ? text : `'${text}`);

/** Whether no spreadsheet takes a cell for a formula; a plain number is none. */
export const isHarmless = (text: string): boolean => !/^[=+\-@\t\r]/.test(text) || plainNumber.test(text);

const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** Rows as a CSV (RFC 4180), ready to write. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
