/** How wide a text will be in pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

/** A text in lines that fit a width. What does not fit into the last line ends in "…". */
export function wrapped(text: string, width: number, mostLines: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(`${line} ${word}`) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  let last = lines[mostLines - 1] ?? '';
  while (widthOf(`${last}…`) > width && last.includes(' ')) last = last.slice(0, last.lastIndexOf(' '));
  return [...lines.slice(0, mostLines - 1), `${last}…`];
}

/** The width of a text by the usual widths of letters, where nothing can be measured. */
export const usualWidth: Measure = (text, size) =>
  [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0) * size;

function widthOfLetter(letter: string): number {
  if ("ijlI.,:;'’!|()[] ".includes(letter)) return 0.35;
  if ('frt-"“”'.includes(letter)) return 0.43;
  if ('mwMW—%@'.includes(letter)) return 0.98;
  return letter === letter.toLowerCase() ? 0.64 : 0.76;
}
