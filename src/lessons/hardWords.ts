import type { Block } from './blocks';
import type { Card } from './card';
import type { LessonTerm } from './material';
import type { Words } from './words';

/** The terms of the glossary that a pupil meets on the sheet or on a card, in the order of the glossary. */
export function hardWords(
  terms: readonly LessonTerm[],
  sheet: readonly Block[],
  cards: readonly Card[],
  { commonUse }: Words,
): LessonTerm[] {
  const texts = [...sheet.flatMap(textsOf), ...cards.map(({ text }) => text)].map((text) =>
    commonUse === null ? text : text.replace(commonUse, ''),
  );
  return terms.filter(({ term }) => texts.some((text) => holdsTerm(text, term)));
}

function holdsTerm(text: string, term: string): boolean {
  const holds = (word: string, flags = 'iu') =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}s?(?![\\p{L}\\p{N}])`, flags).test(text);
  const [before = '', within = ''] = term.split(/[()]/).map((part) => part.trim());
  const forms = before.split(',').map((form) => form.trim());
  // Brackets hold another name, short or in full, or where the term has this meaning, such as "(Canada)".
  if (/^\p{Lu}{3,}$/u.test(within) || /^\S*\p{Lu}{2,}\S*$/u.test(before))
    return [...forms, within].some((form) => form !== '' && holds(form));
  return forms.some((form) => holds(form)) && (within === '' || holds(within, 'u'));
}

const escaped = (form: string) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'table':
      return [...block.head, ...block.rows.flat()];
    case 'boxes':
      return block.labels;
    case 'places':
      return [block.first, block.last];
    case 'lines':
      return [];
  }
}
