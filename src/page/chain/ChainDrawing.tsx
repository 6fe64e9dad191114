import { curveBumpX, line } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { conventions, type Lang, nameOfLanguage } from '../language';
import { labelOf } from '../words/api';
import { linkWords } from '../words/links';
import type { HopRead } from './chainQuestions';
import { type Card, type ChainLayout, type Column, type Hop, type Point, sizes } from './layout';
import type { Station } from './walk';
import { chainWords } from './words';

type Drawn = {
  layout: ChainLayout<HopRead>;
  lang: Lang;
  /** The event the chain starts from. */
  start: string;
  /** What is open in the panel. */
  selected: Station | null;
  /** The one mark that the tab key reaches. */
  at: Station;
  /** Ids of the events and links on the way to what is selected; the others step back. Empty: none does. */
  way: ReadonlySet<string>;
  hrefOf: (station: Station) => string;
  onOpen?: (station: Station, event: MouseEvent) => void;
  onReach?: (station: Station) => void;
  onKey?: (event: KeyboardEvent) => void;
};

/** A chain as SVG: cards from left to right in time, lines between them, and on each line a mark that opens the link. */
export function ChainDrawing(drawn: Drawn) {
  const { layout, lang, onKey } = drawn;
  const words = chainWords[lang];
  return (
    <svg
      class="chain-drawing"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      role="group"
      aria-label={words.drawing}
      aria-describedby="chain-keys"
      onKeyDown={onKey}
    >
      <Arrows />
      {layout.columns.map((column, at) => (
        <Head key={column.x} column={column} odd={at % 2 === 1} layout={layout} lang={lang} />
      ))}
      <g class="lines">
        {layout.hops.map((hop) => (
          <Line key={hop.link.id} hop={hop} drawn={drawn} />
        ))}
      </g>
      {layout.cards.map((card) => (
        <g key={card.event.id}>
          <EventMark card={card} drawn={drawn} />
          {layout.hops
            .filter(({ link }) => link.from.id === card.event.id)
            .map((hop) => (
              <HopMark key={hop.link.id} hop={hop} drawn={drawn} />
            ))}
        </g>
      ))}
    </svg>
  );
}

/** The name of an event's mark: title and date in words. */
export const nameOfEvent = ({ event }: Pick<Card, 'event'>): string => `${event.title}, ${event.date.text}`;

/** The language of a title that is not in the reader's, for its card. */
export const foreignTag =
  (lang: Lang) =>
  ({ languages }: Pick<Card['event'], 'languages'>): string | null =>
    languages.some((tag) => tag.split('-')[0] === lang) || !languages[0] ? null : nameOfLanguage(languages[0], lang);

/** The name of a link's mark: what is said of the two events, on what evidence, and whether somebody disagrees. */
export function nameOfHop({ link }: Pick<Hop<HopRead>, 'link'>, cards: Card[], lang: Lang): string {
  const titleOf = (id: string) => cards.find(({ event }) => event.id === id)?.event.title ?? id;
  const about = [labelOf(link.evidence, lang), link.disputed && linkWords[lang].disputed].filter(Boolean).join(', ');
  return `${titleOf(link.from.id)}: ${labelOf(link.type, lang)}: ${titleOf(link.to.id)} (${about})`;
}

type HeadProps = { column: Column; odd: boolean; layout: ChainLayout<HopRead>; lang: Lang };

function Head({ column, odd, layout, lang }: HeadProps) {
  const left = column.x - layout.cardWidth / 2 - sizes.padding;
  return (
    <g class={odd ? 'column odd' : 'column'}>
      <rect x={left} y={0} width={layout.cardWidth + 2 * sizes.padding} height={layout.height} />
      <text x={column.x} y={17}>
        {headText(column, lang)}
      </text>
    </g>
  );
}

function headText({ from, until }: Column, lang: Lang): string {
  if (from.length !== 'YYYY-MM'.length) return from === until ? from : `${from}–${until}`;
  const form = new Intl.DateTimeFormat(conventions[lang], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return form.formatRange(new Date(`${from}-01T00:00Z`), new Date(`${until}-01T00:00Z`));
}

function EventMark({ card, drawn }: { card: Card; drawn: Drawn }) {
  const { event, lines, when, height } = card;
  const { cardWidth } = drawn.layout;
  const left = card.x - cardWidth / 2;
  const top = card.y - height / 2;
  const textAt = (row: number) => top + sizes.padding + row * sizes.line + 12;
  const isStart = event.id === drawn.start;
  const foreign = foreignTag(drawn.lang)(event);
  const words = chainWords[drawn.lang];
  const name = [nameOfEvent(card), foreign, isStart && words.isStart];
  return (
    <Mark
      drawn={drawn}
      station={{ kind: 'event', id: event.id }}
      class={isStart ? 'event start' : 'event'}
      name={name.filter(Boolean).join(', ')}
    >
      <rect class="card" x={left} y={top} width={cardWidth} height={height} rx={6} />
      {lines.map((text, row) => (
        <text
          key={textAt(row)}
          class="title"
          lang={foreign ? event.languages[0] : undefined}
          x={left + sizes.padding}
          y={textAt(row)}
        >
          {`${text} `}
        </text>
      ))}
      {when.map((text, row) => (
        <text key={textAt(lines.length + row)} class="when" x={left + sizes.padding} y={textAt(lines.length + row)}>
          {`${text} `}
        </text>
      ))}
    </Mark>
  );
}

/** Evidence is told by the fill: full, ring with a dot, empty and broken. A disputed link bears the sign "≠" instead. */
function HopMark({ hop, drawn }: { hop: Hop<HopRead>; drawn: Drawn }) {
  const { link, x, y } = hop;
  const radius = sizes.mark / 2 - 2;
  return (
    <Mark
      drawn={drawn}
      station={{ kind: 'link', id: link.id }}
      class={`hop ${classesOf(link)}`}
      name={nameOfHop(hop, drawn.layout.cards, drawn.lang)}
    >
      <circle class="room" cx={x} cy={y} r={12} />
      <HopSign link={link} x={x} y={y} radius={radius} />
    </Mark>
  );
}

export function HopSign({ link, x, y, radius }: { link: Signed; x: number; y: number; radius: number }) {
  return (
    <>
      <circle class="sign" cx={x} cy={y} r={radius} />
      {link.disputed ? (
        <text class="sign-text" x={x} y={y + 5}>
          ≠
        </text>
      ) : (
        link.evidence === 'ASSERTED' && <circle class="dot" cx={x} cy={y} r={radius / 2.5} />
      )}
    </>
  );
}

type MarkProps = { drawn: Drawn; station: Station; class: string; name: string; children: ComponentChildren };

/** A real link around a mark. Only one mark of the drawing is in the order of the tab key. */
function Mark({ drawn, station, class: name, name: label, children }: MarkProps) {
  const { at, selected, way } = drawn;
  const isOpen = selected?.kind === station.kind && selected.id === station.id;
  const stepsBack = way.size > 0 && !way.has(station.id);
  return (
    <a
      href={drawn.hrefOf(station)}
      class={['mark-of', name, isOpen && 'open', stepsBack && 'back'].filter(Boolean).join(' ')}
      aria-label={label}
      aria-current={isOpen ? 'true' : undefined}
      data-station={keyOf(station)}
      tabIndex={at.kind === station.kind && at.id === station.id ? 0 : -1}
      onClick={(event) => drawn.onOpen?.(station, event)}
      onFocus={() => drawn.onReach?.(station)}
    >
      {station.kind === 'link' && <title>{label}</title>}
      {children}
    </a>
  );
}

export const keyOf = ({ kind, id }: Station): string => `${kind} ${id}`;

const path = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .digits(1)
  .curve(curveBumpX);

/** A link in law is a double line: a wide one with the paper's colour along its middle. */
function Line({ hop, drawn }: { hop: Hop<HopRead>; drawn: Drawn }) {
  const { link, points } = hop;
  const d = path(points) ?? '';
  const state = drawn.way.size === 0 ? '' : drawn.way.has(link.id) ? ' on-way' : ' back';
  return (
    <g class={`line ${classesOf(link)}${state}`}>
      <path d={d} marker-end={`url(#arrow-${link.family.toLowerCase()})`} />
      {link.family === 'LEGAL' && <path class="middle" d={d} />}
    </g>
  );
}

type Signed = Pick<HopRead, 'family' | 'evidence' | 'disputed'>;

export const classesOf = ({ family, evidence, disputed }: Signed): string =>
  [family.toLowerCase(), evidence.toLowerCase(), disputed && 'disputed'].filter(Boolean).join(' ');

function Arrows() {
  return (
    <defs>
      {['causal', 'legal', 'temporal'].map((family) => (
        <marker
          key={family}
          id={`arrow-${family}`}
          class={`arrow ${family}`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0.5 8 4 0 7.5Z" />
        </marker>
      ))}
    </defs>
  );
}
