import type { Block } from './blocks';
import type { Card } from './card';

/** Text in which nothing is taken for a mark of Markdown or a tag of HTML. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+])(?=\s)/, '\\$1');

const row = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;

/** Blocks as Markdown, with an empty line between them. */
export function markdownOf(blocks: readonly Block[]): string {
  return `${blocks.map(written).join('\n\n')}\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${plain(block.text)}`;
    case 'heading':
      return `## ${plain(block.text)}`;
    case 'text':
      return plain(block.text);
    case 'list':
      return block.items.map((item, at) => `${block.numbered ? `${at + 1}.` : '-'} ${plain(item)}`).join('\n');
    case 'table':
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
    case 'boxes':
      return block.labels.map((label) => `**${plain(label)}**\n\n${blank(block.sideBySide ? 3 : 2)}`).join('\n\n');
    case 'places':
      return [
        plain(block.first),
        ...block.rows.map((count) => Array.from({ length: count }, () => '( )').join(' ')),
        plain(block.last),
      ].join('\n\n');
    case 'lines':
      return blank(block.count);
  }
}

const blank = (count: number) => Array.from({ length: count }, () => '\\_'.repeat(30)).join('\n\n');

/** The cards to cut out, each under its number. */
export const cardsMarkdown = (cards: readonly Card[]): string =>
  `${cards.map(({ number, speaker, text }) => `${number}. ${speaker === null ? '' : `**${plain(speaker)}** `}${plain(text)}`).join('\n')}\n`;
