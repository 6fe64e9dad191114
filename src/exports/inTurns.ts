import type { Selection } from './selection';

/** How many things are written before others have their turn. */
const atOnce = 100;

/** What is made of each item, in order, with turns for others between. */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  { pause }: Pick<Selection, 'pause'>,
  make: (item: Item) => Made,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    if (made.length % atOnce === 0) await pause();
  }
  return made;
}

/** An object as `JSON.stringify(body, null, 1)` writes it, and a line break; its lists are written with turns between. */
export async function jsonInTurns(
  body: Readonly<Record<string, unknown>>,
  turns: Pick<Selection, 'pause'>,
): Promise<string> {
  const fields: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    fields.push(
      ` ${JSON.stringify(name)}: ${Array.isArray(value) ? await listInTurns(value, turns) : jsonAt(1, value)}`,
    );
    await turns.pause();
  }
  return `{\n${fields.join(',\n')}\n}\n`;
}

async function listInTurns(items: readonly unknown[], turns: Pick<Selection, 'pause'>): Promise<string> {
  if (items.length === 0) return '[]';
  const texts = await inTurns(items, turns, (item) => `  ${jsonAt(2, item)}`);
  return `[\n${texts.join(',\n')}\n ]`;
}

/** JSON at a depth. A line break inside a text is written as `\n` there, so that each that is found begins a line. */
const jsonAt = (depth: number, value: unknown): string =>
  JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);
