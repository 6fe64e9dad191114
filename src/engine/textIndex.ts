import MiniSearch, { type SearchResult } from 'minisearch';
import type { SearchHit } from './engine';
import { fields, lettersForSlip, type TextNode, textOf, weights, wordsOf } from './words';

export interface TextIndex {
  search(text: string, typenames: readonly string[], limit: number): SearchHit[];
}

/** All texts of the graph in memory. Every word must be found; the last may be unfinished, long ones may have one wrong letter. */
export async function createTextIndex(nodes: TextNode[]): Promise<TextIndex> {
  const index = new MiniSearch<TextNode>({
    fields,
    idField: 'id',
    storeFields: ['__typename'],
    tokenize: wordsOf,
    processTerm: (term) => term,
    extractField: (node, field) => (field === 'id' ? node.id : textOf(node, field as keyof typeof weights)),
  });
  // In small portions, so that requests are answered between them.
  await index.addAllAsync(nodes, { chunkSize: 50 });

  return {
    search: (text, typenames, limit) => {
      const wanted = new Set(typenames);
      return index
        .search(text, {
          combineWith: 'AND',
          boost: weights,
          prefix: (_term, position, terms) => position === terms.length - 1,
          fuzzy: (term) => (term.length >= lettersForSlip ? 1 : false),
          filter: (hit) => wanted.has(hit.__typename),
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map((hit) => ({ id: hit.id, score: hit.score, matched: matchedFields(hit) }));
    },
  };
}

function matchedFields(hit: SearchResult): string[] {
  const found = new Set(Object.values(hit.match).flat());
  return fields.filter((field) => found.has(field));
}
