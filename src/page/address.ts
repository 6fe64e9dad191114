import { type Lang, langOf } from './language';

/** What the page shows, as its address says it: `?view=chain&start=…`. Unknown keys are kept, so that links stay whole. */
export type Address = Readonly<Record<string, string>>;

/** Keys to set; null or an empty text takes a key away. */
export type Changes = Readonly<Record<string, string | null>>;

export const views = ['start', 'story', 'timeline', 'chain', 'policies', 'numbers'] as const;
export type View = (typeof views)[number];

export const readAddress = (search: string): Address => Object.fromEntries(new URLSearchParams(search));

/** The query string of an address, empty for the first screen. Keys stand in one order, so that one state has one address. */
export function writeAddress(address: Address): string {
  const entries = Object.entries(address).filter(
    ([key, value]) => value !== '' && !(key === 'view' && value === 'start'),
  );
  const text = new URLSearchParams(entries.sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))).toString();
  return text === '' ? '' : `?${text}`;
}

export function changed(address: Address, changes: Changes): Address {
  const kept = { ...address, ...changes };
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** A fresh view: what is about the reader stays, what was about the view before goes. */
export function fresh(address: Address, changes: Changes): Address {
  const kept = Object.fromEntries(Object.entries(address).filter(([key]) => ofReader.includes(key)));
  return changed(kept, changes);
}

export const viewOf = ({ view }: Address): View => views.find((known) => known === view) ?? 'start';

export const langIn = ({ lang }: Address): Lang => langOf(lang);

/** What the reader chose for all views; colours and type are for embedding. */
const ofReader = ['lang', 'accent', 'ink', 'paper', 'font'];

const firstKeys = ['view', 'story', 'step', 'start', 'event', 'link'];

const place = (key: string): number => {
  const at = firstKeys.indexOf(key);
  return at < 0 ? firstKeys.length : at;
};
