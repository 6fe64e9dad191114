import type { ComponentChildren } from 'preact';
import type { Changes } from '../address';
import { usePage } from '../state';

type Props = {
  changes: Changes;
  /** Leaves out what was about the view before. */
  fresh?: boolean;
  class?: string;
  current?: boolean;
  /** The step of a story that is shown. */
  step?: boolean;
  label?: string;
  /** Where it stands among marks that arrow keys walk along. */
  walk?: { tabIndex: 0 | -1; 'data-at': number };
  children: ComponentChildren;
};

/** A real link to another state of the page, so that it can be opened in a tab, copied and gone back from. */
export function To({ changes, fresh, class: name, current, step, label, walk, children }: Props) {
  const { go, hrefOf } = usePage();
  const how = fresh ? 'fresh' : undefined;
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    go(changes, how);
  };
  return (
    <a
      href={hrefOf(changes, how)}
      class={name}
      aria-current={current ? 'page' : step ? 'step' : undefined}
      aria-label={label}
      {...walk}
      onClick={onClick}
    >
      {children}
    </a>
  );
}

/** Whether a click means to go on within the page, and not to open a tab or save. */
export const isPlainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
