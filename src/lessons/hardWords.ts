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
  const all = texts.join('\n').toLowerCase();
  return terms.filter(({ term }) => {
    // Most terms are not there at all, which is seen at once.
    const isAbsent = partsOf(term).forms.every((form) => !all.includes(stemOf(form)));
    return !isAbsent && texts.some(holder(term));
  });
}

/** A name such as "eTA", which is no other word in small letters. */
const isShortName = (word: string) => /^\S*\p{Lu}{2,}\S*$/u.test(word);

/** The forms that a term has in a text, and what its brackets say of where it has this meaning, such as "(Canada)". */
function partsOf(term: string): { forms: string[]; where: string } {
  const [before = '', within = ''] = term.split(/[()]/).map((part) => part.trim());
  const forms = before.split(',').map((form) => form.trim());
  // Brackets may hold another name, short or in full.
  const isName = /^\p{Lu}{3,}$/u.test(within) || isShortName(before);
  return within !== '' && isName ? { forms: [...forms, within], where: '' } : { forms, where: within };
}

/** Tells of a text whether the term stands in it. */
function holder(term: string): (text: string) => boolean {
  const { forms, where } = partsOf(term);
  const patterns = forms.map((form) => wordPattern(form, isShortName(form) ? 'u' : 'iu'));
  const place = where === '' ? null : wordPattern(where, 'u');
  return (text) => patterns.some((pattern) => pattern.test(text)) && (place === null || place.test(text));
}

/** A term in the singular or the plural, each of its words by itself: "demande d’asile" is in "demandes d’asile". */
const wordPattern = (term: string, flags: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${term.split(/\s+/).map(inAnyNumber).join('\\s+')}(?![\\p{L}\\p{N}])`, flags);

const inAnyNumber = (word: string) =>
  word.endsWith('ión') ? `${escaped(word.slice(0, -3))}i(?:ón|ones)` : `${escaped(word)}(?:s|es)?`;

/** What the first word of a term has in common with its plural. */
const stemOf = (form: string) => (form.split(/\s+/)[0] ?? '').toLowerCase().replace(/ión$/, '');

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
