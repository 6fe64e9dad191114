import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EventBrief } from '../parts/linkQuestion';
import { isPlainClick } from '../parts/To';
import { useWidth } from '../parts/useSize';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { linkWords } from '../words/links';
import { ChainDrawing, foreignTag, keyOf, nameOfEvent } from './ChainDrawing';
import type { HopRead } from './chainQuestions';
import { Key } from './Key';
import { columnsOf, layoutOf, roomIn } from './layout';
import { type Heading, type Station, stepTo } from './walk';
import { chainWords } from './words';
import { usualWidth } from './wrapped';

type Props = { events: EventBrief[]; links: HopRead[]; start: string; way: ReadonlySet<string> };

/** The drawing of a chain in a box that scrolls, with what its signs mean. */
export function WalkedDrawing(drawn: Props) {
  const words = useWords(chainWords);
  const [box, width] = useWidth<HTMLDivElement>();
  return (
    <figure class="drawn">
      <div class="box" ref={box}>
        {width > 0 && <Walked {...drawn} width={width} box={box} />}
      </div>
      <figcaption>
        <Key />
        <p id="chain-keys" class="keys note">
          {words.keys}
        </p>
      </figcaption>
    </figure>
  );
}

type WalkedProps = Props & { width: number; box: RefObject<HTMLDivElement | null> };

/** The drawing itself, walked with arrow keys; what is opened stands in the panel. */
function Walked({ events, links, start, way, width, box }: WalkedProps) {
  const words = useWords(chainWords);
  const lang = useLang();
  const { address, go, hrefOf, announce } = usePage();
  const columns = useMemo(() => columnsOf(events, links), [events, links]);
  const { cardWidth, gap } = roomIn(width, columns);
  const layout = useMemo(
    () => layoutOf(events, links, columns, { start, cardWidth, gap, measure: measured, tagOf: foreignTag(lang) }),
    [events, links, columns, start, cardWidth, gap, lang],
  );
  const selected = selectedIn(address);
  const [reached, setReached] = useState<Station | null>(null);
  const heading = useRef<Heading>('forth');
  const isDrawn = (station: Station | null): station is Station =>
    station !== null && (station.kind === 'event' ? events : links).some(({ id }) => id === station.id);
  const at = [reached, selected].find(isDrawn) ?? { kind: 'event', id: start };
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight by what is drawn and opened, not by each step
  useEffect(() => {
    const first = selected && isDrawn(selected) ? selected : { kind: 'event' as const, id: start };
    scrollTo(box.current, first);
  }, [start, width, layout, selected?.id]);
  const changesFor = ({ kind, id }: Station) => ({ event: null, link: null, [kind]: id });
  const onOpen = (station: Station, event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    setReached(station);
    go(changesFor(station));
  };
  const tell = (station: Station) => {
    const card = layout.cards.find(({ event }) => event.id === station.id);
    const hop = layout.hops.find(({ link }) => link.id === station.id);
    const target = layout.cards.find(({ event }) => event.id === hop?.link.to.id);
    if (card) announce(nameOfEvent(card));
    if (hop && target) {
      const disputed = hop.link.disputed ? `, ${linkWords[lang].disputed}` : '';
      announce(`${labelOf(hop.link.type, lang)}${disputed}: ${target.event.title}`);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && selected) go({ event: null, link: null });
    const next = stepTo(layout, at, event.key, heading.current);
    if (!next) return;
    event.preventDefault();
    if (event.key === 'ArrowRight') heading.current = 'forth';
    if (event.key === 'ArrowLeft') heading.current = 'back';
    setReached(next);
    tell(next);
    focusOn(box.current, next);
  };
  return (
    <>
      {layout.width > width && <p class="wider note">{words.wider}</p>}
      <ChainDrawing
        layout={layout}
        lang={lang}
        start={start}
        selected={selected}
        at={at}
        way={way}
        hrefOf={(station) => hrefOf(changesFor(station))}
        onOpen={onOpen}
        onReach={setReached}
        onKey={onKey}
      />
    </>
  );
}

function selectedIn({ event, link }: Readonly<Record<string, string>>): Station | null {
  if (link) return { kind: 'link', id: link };
  return event ? { kind: 'event', id: event } : null;
}

/** How wide a text is in the reader's own font. */
function measured(text: string, size: number, weight: number): number {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return usualWidth(text, size, weight);
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width;
}

let pen: CanvasRenderingContext2D | null = null;

const markOf = (box: HTMLElement | null, station: Station) =>
  box?.querySelector<SVGAElement>(`[data-station="${CSS.escape(keyOf(station))}"]`);

function focusOn(box: HTMLElement | null, station: Station): void {
  const mark = markOf(box, station);
  mark?.focus({ preventScroll: true });
  mark?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Scrolls the box alone, so that the page stays where the reader is. */
function scrollTo(box: HTMLElement | null, station: Station): void {
  const mark = markOf(box, station);
  if (!box || !mark) return;
  const [inside, around] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
  const isSeen = inside.left >= around.left && inside.right <= around.right;
  if (!isSeen) box.scrollLeft += inside.left + inside.width / 2 - around.left - around.width / 2;
}
