import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLang, usePage, useWords } from '../state';
import { dayInWords, ticksIn } from './axis';
import { lengthOf, midOf, type Stretch } from './days';
import { overscan, useGestures } from './gestures';
import { type Arc, type Layout, layOut, type Mark } from './layout';
import { linkInWords, Picture, type Props as PictureProps } from './Picture';
import { countOf, daysOf, isWithin, leastDays, scaled, shifted, within } from './stretch';
import type { TimelineRead } from './timelineQuestions';
import { timelineWords } from './words';

type Props = {
  timeline: TimelineRead;
  extent: Stretch;
  stretch: Stretch;
  onMove: (stretch: Stretch, how: 'push' | 'replace') => void;
  found: ReadonlySet<string>;
  arcs: PictureProps['arcs'];
};

/** The timeline as one looks at it: dragged, zoomed, and walked by keyboard along time and along links. */
export function Scene({ timeline, extent, stretch, onMove, found, arcs }: Props) {
  const words = useWords(timelineWords);
  const lang = useLang();
  const { address, go, announce } = usePage();
  const scene = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const board = useRef<HTMLDivElement>(null);
  // The width of the board decides whether the names of lanes stand beside the drawing, not what they leave of it.
  const boardWidth = useWidth(board);
  const isNarrow = boardWidth < narrow;
  const width = Math.max(0, isNarrow ? boardWidth : boardWidth - laneWidth);
  const [active, setActive] = useState<string | null>(null);
  const [activeLink, setActiveLink] = useState<string | null>(null);
  const [isInside, setInside] = useState(false);
  const wanted = useRef<string | null>(null);
  const chosen = address.event ?? null;
  const kept = useRef<string | null>(null);
  if (chosen) kept.current = chosen;
  const measure = useMeasure(scene);
  const keep = kept.current;
  const pixelsPerDay = width / lengthOf(stretch);
  const isClosest = lengthOf(stretch) <= leastDays * 1.01;
  const isReady = width > 0;
  const widestName = Math.min(280, Math.round(width * 0.6));

  const layout = useMemo(
    () =>
      isReady
        ? layOut(timeline, {
            pixelsPerDay,
            origin: extent.from,
            end: lengthOf(extent) * pixelsPerDay,
            mostRows: isClosest ? Number.POSITIVE_INFINITY : isNarrow ? 6 : 8,
            mostLanes: 16,
            others: words.noLane,
            laneHead: isNarrow ? 20 : 0,
            widestName,
            keep,
            measure,
          })
        : null,
    [timeline, pixelsPerDay, extent, isNarrow, isClosest, isReady, widestName, words, keep, measure],
  );

  useGestures({ scene, world, width, extent, stretch, onMove: (to) => onMove(to, 'replace') });

  const move = (to: Stretch, how: 'push' | 'replace' = 'replace') => onMove(within(to, extent), how);
  const isSeen = (mark: Mark) => {
    const left = (stretch.from - extent.from) * pixelsPerDay;
    return mark.x1 > left && mark.x0 < left + width;
  };
  const marks = layout?.marks ?? [];
  const current = marks.find(({ id }) => id === active);
  const inTabOrder =
    (current && isSeen(current)
      ? current
      : (marks.find(({ id }) => id === chosen && active === null) ?? marks.find(isSeen))
    )?.id ?? null;

  const focusOn = (mark: Mark | undefined) => {
    if (!mark) return;
    setActive(mark.id);
    setActiveLink(null);
    wanted.current = `[data-id="${CSS.escape(mark.id)}"]`;
    announce(
      mark.is === 'event' ? `${mark.item.event.title}, ${mark.item.event.date.text}` : words.cluster(mark.count),
    );
    const middle = extent.from + (mark.x0 + mark.x1) / 2 / pixelsPerDay;
    const sight = scaled(stretch, 0.9);
    if (middle < sight.from || middle > sight.to) move(shifted(stretch, middle - midOf(stretch)));
  };
  const focusOnLink = (arc: Arc, at: string) => {
    setActive(at);
    setActiveLink(arc.id);
    wanted.current = `[data-link="${CSS.escape(arc.id)}"]`;
    const other = arc.from.id === at ? arc.to : arc.from;
    announce(`${linkInWords(arc, words, lang)}: ${other.item.event.title}, ${other.item.event.date.text}`);
  };
  const open = (mark: Mark) => {
    if (mark.is === 'event') return go({ event: mark.id, link: null });
    const { from, to } = mark.days;
    move(scaled({ from, to: Math.max(to, from + leastDays * 0.9) }, 1.1), 'push');
    setActive(null);
    wanted.current = '[data-id][tabindex="0"]';
  };

  // What the keys lead to may be drawn only now.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const element = scene.current?.querySelector<SVGElement>(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    bringIntoView(element);
  });

  // The event that is read about is brought into sight, once for each.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another event moves what is looked at
  useEffect(() => {
    if (!chosen || !layout) return;
    const item = timeline.items.find((one) => 'event' in one && one.event.id === chosen);
    if (!item) return;
    setActive(chosen);
    const days = daysOf(item);
    if (!isWithin(days, stretch)) move(shifted(stretch, (days[0] + days[1]) / 2 - midOf(stretch)));
  }, [chosen, layout !== null, timeline]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide();
    if (!layout || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = keyStep(event.key, {
      layout,
      current: current ?? marks.find(({ id }) => id === inTabOrder),
      activeLink,
    });
    if (step?.to) focusOn(step.to);
    else if (step?.link) focusOnLink(step.link, step.at);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (activeLink) go({ link: activeLink, event: null });
      else if (current) open(current);
    } else if (event.key === '+' || event.key === '=') move(scaled(stretch, 0.5, middleOf(current)));
    else if (event.key === '-' || event.key === '_') move(scaled(stretch, 2, middleOf(current)));
    else if (event.key === 'PageUp') move(shifted(stretch, -lengthOf(stretch) * 0.8));
    else if (event.key === 'PageDown') move(shifted(stretch, lengthOf(stretch) * 0.8));
    else if (event.key === 'Escape' && (address.event || address.link)) go({ event: null, link: null });
    else if (!step) return;
    event.preventDefault();
  };
  const middleOf = (mark: Mark | undefined) =>
    mark && isSeen(mark) ? extent.from + (mark.x0 + mark.x1) / 2 / pixelsPerDay : midOf(stretch);

  const onClick = (event: MouseEvent) => {
    const element = (event.target as Element).closest('[data-id],[data-link]');
    const link = element?.getAttribute('data-link');
    if (link) return go({ link, event: null });
    const mark = marks.find(({ id }) => id === element?.getAttribute('data-id'));
    if (mark) open(mark);
  };
  const hint = useRef<HTMLParagraphElement>(null);
  const hide = () => hint.current && hideHint(hint.current);
  const onPointerOver = (event: PointerEvent) => {
    const element = (event.target as Element).closest('[data-id],[data-link]');
    if (hint.current && element && event.pointerType === 'mouse') showHint(hint.current, element, event);
    else hide();
  };
  const onFocusIn = (event: FocusEvent) => {
    setInside(true);
    const element = (event.target as Element).closest('[data-id],[data-link]');
    const id = element?.getAttribute('data-id');
    const link = element?.getAttribute('data-link') ?? null;
    if (id) setActive(id);
    setActiveLink(link);
  };

  const from = dayInWords(Math.round(stretch.from), lang);
  const until = dayInWords(Math.round(stretch.to) - 1, lang);
  const left = (stretch.from - extent.from) * pixelsPerDay - overscan * width;
  const drawnWidth = width * (1 + 2 * overscan);
  const ticks = useMemo(() => {
    const around = scaled(stretch, 1 + 2 * overscan);
    const asked = { from: Math.max(around.from, extent.from - lengthOf(stretch)), to: around.to };
    return ticksIn(asked, Math.max(6, Math.round(drawnWidth / 90)), lang);
  }, [stretch, extent.from, drawnWidth, lang]);
  const before = sumOf(timeline, ([, last]) => last + 1 <= stretch.from);
  const after = sumOf(timeline, ([first]) => first >= stretch.to);

  return (
    <div class="timeline-frame">
      <div class="controls moves" role="group" aria-label={words.moving}>
        <button type="button" onClick={() => move(scaled(stretch, 0.5))} aria-label={words.zoomIn}>
          +
        </button>
        <button type="button" onClick={() => move(scaled(stretch, 2))} aria-label={words.zoomOut}>
          −
        </button>
        <button type="button" onClick={() => move(extent, 'push')}>
          {words.whole}
        </button>
        <p class="span">
          {from} – {until}
        </p>
        <button
          type="button"
          class="side"
          disabled={before === 0}
          onClick={() => move(shifted(stretch, -lengthOf(stretch) * 0.8))}
        >
          {words.earlier(before)}
        </button>
        <button
          type="button"
          class="side"
          disabled={after === 0}
          onClick={() => move(shifted(stretch, lengthOf(stretch) * 0.8))}
        >
          {words.later(after)}
        </button>
      </div>
      <div class={isNarrow ? 'board narrow' : 'board'} ref={board}>
        <Lanes layout={layout} isNarrow={isNarrow} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks within are buttons; the events of all come here */}
        <div
          class="scene"
          ref={scene}
          style={{ height: layout ? `${layout.height}px` : '20rem' }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onFocusIn={onFocusIn}
          onFocusOut={() => setInside(false)}
          onPointerOver={onPointerOver}
          onPointerLeave={hide}
          onPointerDown={hide}
        >
          {layout && (
            <div
              class="world"
              ref={world}
              style={{
                left: `${-overscan * width}px`,
                width: `${drawnWidth}px`,
                transformOrigin: `${overscan * width}px 0`,
              }}
            >
              <Picture
                layout={layout}
                left={left}
                width={drawnWidth}
                seen={[left + overscan * width, left + (1 + overscan) * width]}
                xOf={(day) => (day - extent.from) * pixelsPerDay}
                ticks={ticks}
                words={words}
                lang={lang}
                label={words.drawing(from, until)}
                inTabOrder={activeLink ? null : inTabOrder}
                near={isInside ? active : chosen}
                nearLink={activeLink ?? address.link ?? null}
                chosen={chosen}
                found={found}
                arcs={arcs}
              />
            </div>
          )}
        </div>
        <p class="hint" ref={hint} hidden aria-hidden="true" />
      </div>
      <Told timeline={timeline} layout={layout} />
    </div>
  );
}

const narrow = 700;
/** As wide as the style sheet makes the names of lanes. */
const laneWidth = 160;

/** Names of the lanes, which stay while the time moves. */
function Lanes({ layout, isNarrow }: { layout: Layout | null; isNarrow: boolean }) {
  return (
    <div class="lanes" aria-hidden="true">
      {layout?.lanes.map(({ id, label, y, height }) => (
        <p key={id} style={{ top: `${y}px`, height: `${height}px` }} title={label}>
          <span style={{ WebkitLineClamp: isNarrow ? 1 : Math.max(1, Math.floor((height - 6) / 18)) }}>{label}</span>
        </p>
      ))}
    </div>
  );
}

/** How much there is, and what of it is not to be seen one by one. */
function Told({ timeline, layout }: { timeline: TimelineRead; layout: Layout | null }) {
  const words = useWords(timelineWords);
  const clustered = layout?.marks.reduce((sum, mark) => sum + (mark.is === 'cluster' ? mark.count : 0), 0) ?? 0;
  return (
    <p class="told">
      {words.total(timeline.total, timeline.links.length)} {clustered > 0 && words.clustered(clustered)}{' '}
      {layout && layout.hiddenLinks > 0 && words.hiddenLinks(layout.hiddenLinks)}
    </p>
  );
}

type Standing = { layout: Layout; current: Mark | undefined; activeLink: string | null };
type Step = { to?: Mark; link?: Arc; at: string };

/**
 * Where a key leads: left and right along time, Home and End to its ends; down to the links that lead on, up to those
 * that led here; on a link, left and right to its ends, up and down to its neighbours. Null for any other key.
 */
export function keyStep(key: string, { layout, current, activeLink }: Standing): Step | null {
  const { marks, arcs } = layout;
  const at = current?.id ?? '';
  if (key === 'Home') return { to: marks[0], at };
  if (key === 'End') return { to: marks[marks.length - 1], at };
  const arc = arcs.find(({ id }) => id === activeLink);
  if (arc) {
    if (key === 'ArrowLeft') return { to: arc.from, at };
    if (key === 'ArrowRight') return { to: arc.to, at };
    if (key === 'Escape') return { to: current, at };
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
    const beside = arcs.filter((one) => (arc.from.id === at ? one.from.id === at : one.to.id === at));
    const next = beside.indexOf(arc) + (key === 'ArrowDown' ? 1 : -1);
    return { link: beside[(next + beside.length) % beside.length], at };
  }
  const place = current ? marks.indexOf(current) : -1;
  if (key === 'ArrowRight') return { to: marks[Math.min(place + 1, marks.length - 1)], at };
  if (key === 'ArrowLeft') return { to: marks[Math.max(place - 1, 0)], at };
  if (key === 'ArrowDown') return { link: arcs.find(({ from }) => from.id === at), at };
  if (key === 'ArrowUp') return { link: arcs.find(({ to }) => to.id === at), at };
  return null;
}

const sumOf = ({ items }: TimelineRead, is: (days: [number, number]) => boolean): number =>
  items.reduce((sum, item) => sum + (is(daysOf(item)) ? countOf(item) : 0), 0);

/** Scrolls the page by no more than is needed; the drawing itself never scrolls sideways. */
function bringIntoView(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  const room = 60;
  if (top < room) window.scrollBy(0, top - room);
  else if (bottom > window.innerHeight - room) window.scrollBy(0, bottom - window.innerHeight + room);
}

/** Shows the whole name of what the pointer is on, beside it; a screen reader has the name already. */
function showHint(hint: HTMLElement, element: Element, { clientX }: PointerEvent): void {
  const board = hint.parentElement?.getBoundingClientRect();
  if (!board) return;
  hint.textContent = element.getAttribute('aria-label');
  hint.hidden = false;
  const { bottom } = element.getBoundingClientRect();
  const left = Math.min(Math.max(clientX - board.left - 20, 0), board.width - hint.offsetWidth);
  hint.style.transform = `translate(${left}px, ${bottom - board.top + 4}px)`;
}

const hideHint = (hint: HTMLElement) => {
  hint.hidden = true;
};

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    setWidth(Math.floor(element.current.clientWidth));
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** How wide a text is in the type of the drawing; each text is measured once. */
function useMeasure(element: { current: HTMLElement | null }): (text: string) => number {
  return useMemo(() => {
    const known = new Map<string, number>();
    let pen: CanvasRenderingContext2D | null = null;
    return (text: string) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      if (!pen) {
        pen = document.createElement('canvas').getContext('2d');
        if (pen) pen.font = `12px ${getComputedStyle(element.current ?? document.body).fontFamily}`;
      }
      const width = Math.ceil(pen?.measureText(text).width ?? text.length * 7) + 1;
      known.set(text, width);
      return width;
    };
  }, [element]);
}
