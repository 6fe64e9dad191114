import type { Address } from '../address';

/** Where a reader stands in a story: before its first step (0), at one (1 to `count`), or past its last (`count` + 1). */
export function stepIn({ step }: Address, count: number): number {
  const asked = /^\d{1,4}$/.test(step ?? '') ? Number(step) : 0;
  return Math.min(asked, count + 1);
}

/** What a key does in a story; null where it does nothing. A projector's remote control sends the keys of pages. */
export function stepAfter(key: string, at: number, count: number, presenting: boolean): number | null {
  const forward = ['ArrowRight', ...(presenting ? ['ArrowDown', 'PageDown', ' ', 'Enter'] : [])];
  const back = ['ArrowLeft', ...(presenting ? ['ArrowUp', 'PageUp', 'Backspace'] : [])];
  const to = forward.includes(key) ? at + 1 : back.includes(key) ? at - 1 : placeOfEnd(key, count, presenting);
  return to === null || to < 0 || to > count + 1 || to === at ? null : to;
}

const placeOfEnd = (key: string, count: number, presenting: boolean): number | null =>
  !presenting ? null : key === 'Home' ? 0 : key === 'End' ? count + 1 : null;
