import MiniSearch, { type SearchResult } from 'minisearch';
import { foldText } from '../answers/foldText';
import type { SearchHit } from './engine';

/** A node with its stored properties; a text in another language is a property such as `title_fr`. */
export type TextNode = { id: string; __typename: string } & Record<string, unknown>;

export interface TextIndex {
  search(text: string, typenames: readonly string[], limit: number): SearchHit[];
}

// A word in a title says more about a thing than one in a long text.
const weights = { title: 8, name: 8, label: 8, aliases: 6, question: 3, term: 8, publisher: 2, summary: 2, text: 1 };
const fields = Object.keys(weights) as (keyof typeof weights)[];

const words = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** All texts of the graph in memory. Every word must be found; the last may be unfinished, long ones may have one wrong letter. */
export async function createTextIndex(nodes: TextNode[]): Promise<TextIndex> {
  const index = new MiniSearch<TextNode>({
    fields,
    idField: 'id',
    storeFields: ['__typename'],
    tokenize: words,
    processTerm: (term) => term,
    extractField: (node, field) => textsOf(node, field),
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
          fuzzy: (term) => (term.length >= 5 ? 1 : false),
          filter: (hit) => wanted.has(hit.__typename),
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map((hit) => ({ id: hit.id, score: hit.score, matched: matchedFields(hit) }));
    },
  };
}

/** A field's text in every language it exists in. */
function textsOf(node: TextNode, field: string): string {
  if (field === 'id') return node.id;
  const own = Object.keys(node).filter((name) => name === field || name.startsWith(`${field}_`));
  return own.flatMap((name) => node[name] ?? []).join(' \n ');
}

function matchedFields(hit: SearchResult): string[] {
  const found = new Set(Object.values(hit.match).flat());
  return fields.filter((field) => found.has(field));
}
