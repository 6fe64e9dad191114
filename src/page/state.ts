import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Address, type Changes, langIn } from './address';
import type { InLanguages, Lang } from './language';

export type Page = {
  address: Address;
  /** Shows another state: a step that the back button undoes, or in place of the one shown. */
  go: (changes: Changes, how?: 'push' | 'replace' | 'fresh') => void;
  /** The address of that state, for a link. */
  hrefOf: (changes: Changes, how?: 'fresh') => string;
  /** Told to a screen reader, politely: a title and a date, never a whole text. */
  announce: (text: string) => void;
  /** Shown within a page of somebody else, without the chrome. */
  embedded: boolean;
};

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('Expected to stand within the page.');
  return page;
}

export const useLang = (): Lang => langIn(usePage().address);

/** The words of a part of the page in the reader's language. */
export const useWords = <Words>(words: InLanguages<Words>): Words => words[useLang()];
