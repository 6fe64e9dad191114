import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { conventions } from '../language';
import type { EventBrief } from '../parts/linkQuestion';
import { useWidth } from '../parts/useSize';
import { useLang, usePage } from '../state';
import { LineDrawing } from './LineDrawing';
import { LineKey } from './LineKey';
import { type LineLink, lineLayout } from './line';
import './line.css';

type Props<E> = {
  label: string;
  events: readonly E[];
  links: readonly LineLink[];
  lit?: string | null;
  litLink?: string | null;
  /** Only numbers stand under the line, so that it may be narrow. */
  small?: boolean;
  /** What stands at an event: a link, which gets these attributes so that arrow keys walk along time. */
  children: (event: E, at: number, walk: Walk) => ComponentChildren;
};

export type Walk = { tabIndex: 0 | -1; 'data-at': number };

/** Narrower than this, in sixteenths of the type size, time runs down the page. */
const narrow = 640;
/** Height of a row where time runs down. */
const row = 80;

/** A few events on a line of time, each with its own label; links between them are arcs. */
export function StoryLine<E extends EventBrief>({ label, events, links, lit, litLink, small, children }: Props<E>) {
  const lang = useLang();
  const { announce } = usePage();
  const [box, width] = useWidth<HTMLDivElement>();
  const list = useRef<HTMLOListElement>(null);
  const [reached, setReached] = useState(0);
  const down = !small && width < narrow;
  const sizes = down
    ? { length: row * events.length, arcs: 34, ruler: 46, leaders: 22 }
    : { length: width, arcs: small ? 30 : 62, ruler: 22, leaders: small ? 24 : 34 };
  const tab = Math.max(0, lit ? events.findIndex(({ id }) => id === lit) : Math.min(reached, events.length - 1));
  const step = (event: KeyboardEvent) => {
    const to = targetOf(event.key, Number((event.target as HTMLElement).dataset.at), events.length);
    const found = to === null ? undefined : events[to];
    if (to === null || !found) return;
    event.preventDefault();
    event.stopPropagation();
    setReached(to);
    list.current?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
    announce(`${found.title}, ${found.date.text}`);
  };
  return (
    <div class={`story-line ${down ? 'down' : 'across'}`} ref={box}>
      {width > 0 && (
        <LineDrawing
          layout={lineLayout(events, links, sizes)}
          down={down}
          lit={lit}
          litLink={litLink}
          tick={(text) => tickText(text, conventions[lang])}
        />
      )}
      <ol
        ref={list}
        aria-label={label}
        onKeyDown={step}
        style={down ? `grid-auto-rows:${row / 16}rem` : `grid-template-columns:repeat(${events.length},minmax(0,1fr))`}
      >
        {events.map((event, at) => (
          <li key={event.id} class={event.id === lit ? 'lit' : undefined}>
            {children(event, at, { tabIndex: at === tab ? 0 : -1, 'data-at': at })}
          </li>
        ))}
      </ol>
      <LineKey events={events} links={links} />
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  if (Number.isNaN(at)) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const by = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  return by === 0 ? null : Math.max(0, Math.min(count - 1, at + by));
}

function tickText(label: string, locale: string): string {
  const [year = '', month] = label.split('-');
  if (!month) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}
