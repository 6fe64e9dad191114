import { type Answering, type AskedWord, askedOf, gradeOf } from '../answers/searchWords';
import type { Need, SearchHit } from './engine';
import { hitsAmong, leastFound, otherRequests, ranked, type TextNode, type Worded, wordedOf } from './words';

export interface TextIndex {
  search(text: string, typenames: readonly string[], limit: number, need: Need): Promise<SearchHit[]>;
}

/** All words of the graph in memory, each with the things that hold it, by their place among `things`. */
export async function createTextIndex(nodes: AsyncIterable<readonly TextNode[]>): Promise<TextIndex> {
  const things: Worded[] = [];
  const holders = new Map<string, number[]>();
  for await (const page of nodes) {
    for (const thing of page.flatMap((node) => wordedOf(node) ?? [])) {
      for (const word of new Set(thing.texts.flatMap(({ words }) => words))) {
        const held = holders.get(word);
        if (held) held.push(things.length);
        else holders.set(word, [things.length]);
      }
      things.push(thing);
    }
    await otherRequests();
  }

  /** What the words of the graph answer, and how many of the words asked for each thing holds. */
  const find = async (asked: readonly AskedWord[]) => {
    const answers = new Map<string, Answering[]>();
    const counts = new Uint16Array(things.length);
    for (const [at, one] of asked.entries()) {
      const holding = new Set<number>();
      for (const [word, held] of holders) {
        const grade = gradeOf(word, one);
        if (!grade) continue;
        const before = answers.get(word);
        if (before) before.push({ at, grade });
        else answers.set(word, [{ at, grade }]);
        for (const thing of held) holding.add(thing);
      }
      for (const thing of holding) counts[thing] = (counts[thing] as number) + 1;
      await otherRequests();
    }
    return { answers, counts };
  };

  return {
    search: async (text, typenames, limit, need) => {
      const asked = askedOf(text);
      if (asked.length === 0) return [];
      const wanted = new Set(typenames);
      const { answers, counts } = await find(asked);
      const least = leastFound(asked.length, need);
      const candidates = things.filter(({ typename }, at) => (counts[at] as number) >= least && wanted.has(typename));
      return ranked(await hitsAmong(candidates, asked, need, (word) => answers.get(word) ?? []), limit);
    },
  };
}
