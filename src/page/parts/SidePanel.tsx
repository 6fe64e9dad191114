import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage, useWords } from '../state';
import { common } from '../words/common';

/**
 * Stands beside a view, over it on a narrow screen. The focus goes to it when it opens and, with Escape or the button,
 * back to where it was.
 */
export function SidePanel({ label, about, children }: { label: string; about: string; children: ComponentChildren }) {
  const words = useWords(common);
  const { go } = usePage();
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is about decides when it opens anew
  useEffect(() => {
    const before = document.activeElement;
    opener.current ??= before === document.body ? null : before;
    if (before !== document.body) panel.current?.focus({ preventScroll: true });
    panel.current?.scrollTo(0, 0);
  }, [about]);
  const close = () => {
    go({ event: null, link: null });
    if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement) opener.current.focus();
  };
  return (
    <aside
      class="panel"
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <button type="button" class="close" onClick={close}>
        × {words.close}
      </button>
      {children}
    </aside>
  );
}
