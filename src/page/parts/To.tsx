import type { ComponentChildren } from 'preact';
import type { Changes } from '../address';
import { usePage } from '../state';

type Props = {
  changes: Changes;
  /** Leaves out what was about the view before. */
  fresh?: boolean;
  class?: string;
  current?: boolean;
  label?: string;
  children: ComponentChildren;
};

/** A real link to another state of the page, so that it can be opened in a tab, copied and gone back from. */
export function To({ changes, fresh, class: name, current, label, children }: Props) {
  const { go, hrefOf } = usePage();
  const how = fresh ? 'fresh' : undefined;
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(changes, how);
  };
  return (
    <a
      href={hrefOf(changes, how)}
      class={name}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
