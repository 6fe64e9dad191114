import { type Answering, type AskedWord, answersTo, tokensOf, unlikeness } from './searchWords';

/** Longest stretch that is shown of a text, in characters, its ellipses counted. */
export const longestSnippet = 160;

/** A text in a language. */
export interface TextIn {
  lang: string;
  text: string;
}

/**
 * Of several texts the one that shows best why a thing was found, cut to the stretch where the words stand closest: the
 * text with the most of the words, then the one that writes them as they were asked for, then the first in order of
 * preference. Cut at spaces, with an ellipsis.
 */
export function snippet(texts: readonly TextIn[], asked: readonly AskedWord[], languages: readonly string[]): string {
  const placeOf = (lang: string) => (languages.includes(lang) ? languages.indexOf(lang) : languages.length);
  const [best] = texts
    .map(({ lang, text }) => {
      const chunks = chunksOf(text, asked);
      return { text, chunks, ...weighed(chunks), place: placeOf(lang) };
    })
    .sort((a, b) => b.count - a.count || a.unlike - b.unlike || a.place - b.place);
  return best ? stretchOf(best.text, best.chunks, asked) : '';
}

/** How many of the words stand in a text, and how unlike they are written there at best. */
function weighed(chunks: readonly Chunk[]): { count: number; unlike: number } {
  const least = new Map<number, number>();
  for (const { at, grade } of chunks.flatMap(({ found }) => found)) {
    least.set(at, Math.min(unlikeness[grade], least.get(at) ?? unlikeness.SLIP));
  }
  return { count: least.size, unlike: [...least.values()].reduce((sum, one) => sum + one, 0) };
}

/** What stands between two spaces, and which of the words asked for stand in it. An unbreakable space does not part it. */
interface Chunk {
  at: number;
  end: number;
  found: Answering[];
}

function chunksOf(text: string, asked: readonly AskedWord[]): Chunk[] {
  return [...text.matchAll(/[^ \t\r\n]+/g)].map(({ 0: chunk, index }) => ({
    at: index,
    end: index + chunk.length,
    found: [...tokensOf(chunk)].flatMap(({ words }) => foundIn(words, asked)),
  }));
}

const foundIn = (words: readonly string[], asked: readonly AskedWord[]): Answering[] =>
  words.flatMap((word) => answersTo(word, asked));

function stretchOf(text: string, chunks: readonly Chunk[], asked: readonly AskedWord[]): string {
  const last = chunks.length - 1;
  const lengthOf = (from: number, to: number) => (chunks[to]?.end ?? 0) - (chunks[from]?.at ?? 0);
  if (lengthOf(0, last) <= longestSnippet) return text.slice(chunks[0]?.at, chunks[last]?.end);

  // An ellipsis may stand at either end.
  const room = longestSnippet - 2;
  let { from, to } = closest(chunks, (first, end) => lengthOf(first, end) <= room);
  if (lengthOf(from, to) > room) return cutWithin(text, chunks[from] as Chunk, asked, room);
  for (let grown = true; grown; ) {
    grown = false;
    if (from > 0 && lengthOf(from - 1, to) <= room) {
      from--;
      grown = true;
    }
    if (to < last && lengthOf(from, to + 1) <= room) {
      to++;
      grown = true;
    }
  }
  return `${from > 0 ? '…' : ''}${text.slice(chunks[from]?.at, chunks[to]?.end)}${to < last ? '…' : ''}`;
}

/** The first run of chunks that fits and holds the most of the words; the first chunk where none holds any. */
function closest(chunks: readonly Chunk[], fits: (from: number, to: number) => boolean): { from: number; to: number } {
  let best = { from: 0, to: 0, count: 0 };
  chunks.forEach(({ found }, from) => {
    if (found.length === 0) return;
    const seen = new Set<number>();
    for (let to = from; to < chunks.length && (to === from || fits(from, to)); to++) {
      for (const { at } of chunks[to]?.found ?? []) seen.add(at);
      if (seen.size > best.count) best = { from, to, count: seen.size };
    }
  });
  return best;
}

/** A chunk that is too long as it is, such as an address, from the first of the words on. */
function cutWithin(text: string, { at, end }: Chunk, asked: readonly AskedWord[], room: number): string {
  const token = [...tokensOf(text.slice(at, end))].find(({ words }) => foundIn(words, asked).length > 0);
  const start = at + (token?.at ?? 0);
  const cut = text.slice(start, Math.min(start + room, end)).replace(/[\uD800-\uDBFF]$/, '');
  return `${start > 0 ? '…' : ''}${cut}${start + cut.length < text.length ? '…' : ''}`;
}
