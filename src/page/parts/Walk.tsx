import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** What a mark needs to be walked to: put it on its element. */
export type Focus = {
  tabIndex: number;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
  ref: (element: SVGElement | null) => void;
};

type Props<Item> = {
  /** In the order in which they are walked along. */
  items: readonly Item[];
  onOpen: (item: Item) => void;
  onFocus?: (item: Item) => void;
  children: (item: Item, focus: Focus) => ComponentChild;
};

/** Marks of which one can be reached by Tab, and the others from it by the arrow keys, Home and End; Enter opens. */
export function Walk<Item>({ items, onOpen, onFocus, children }: Props<Item>) {
  const [at, setAt] = useState(0);
  const elements = useRef<(SVGElement | null)[]>([]);
  const current = Math.min(at, items.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[current];
    if (event.key === 'Enter' && item !== undefined) onOpen(item);
    const next = placeAfter(event.key, current, items.length - 1);
    if (next !== null) elements.current[next]?.focus();
    if (next !== null || event.key === 'Enter') event.preventDefault();
  };
  return (
    <>
      {items.map((item, index) =>
        children(item, {
          tabIndex: index === current ? 0 : -1,
          onKeyDown,
          onFocus: () => {
            setAt(index);
            onFocus?.(item);
          },
          ref: (element) => {
            elements.current[index] = element;
          },
        }),
      )}
    </>
  );
}

function placeAfter(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1);
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
