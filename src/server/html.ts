import { escapeMarkup } from '../exports/markup';

/** A piece of HTML whose texts have been made harmless. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | readonly Part[];

/** HTML from a template: every text in it is escaped, what is HTML already and lists of it are put in as they are. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: fixed.map((text, at) => text + (at < parts.length ? written(parts[at] ?? null) : '')).join(''),
});

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'object') return 'html' in part ? part.html : part.map(written).join('');
  return escapeMarkup(String(part));
}
