/** A part of a sheet, a key or a plan, apart from how it is written: as Markdown, or as a page to print. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[]; numbered?: boolean }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** Empty boxes with a label each, to lay cards in: one above the other, or side by side. */
  | { kind: 'boxes'; labels: readonly string[]; sideBySide?: boolean }
  /** Rows of empty places for one card each, between what the first and the last row mean. */
  | { kind: 'places'; rows: readonly number[]; first: string; last: string }
  /** Empty lines to write on. */
  | { kind: 'lines'; count: number };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (text: string): Block => ({ kind: 'text', text });
export const list = (...items: string[]): Block => ({ kind: 'list', items });
export const steps = (...items: string[]): Block => ({ kind: 'list', items, numbered: true });
export const lines = (count: number): Block => ({ kind: 'lines', count });
