import type { LineLayout, Mark, Point } from './line';

type Props = {
  layout: LineLayout;
  /** Time runs down instead of across. */
  down?: boolean;
  /** The event that is lit, and the link. */
  lit?: string | null;
  litLink?: string | null;
  /** A tick as a reader would say it. */
  tick?: (label: string) => string;
};

/** The drawing beside the labels. It says nothing that the labels and the links in words do not say. */
export function LineDrawing({ layout, down = false, lit, litLink, tick = (label) => label }: Props) {
  const { length, depth, ruler, ticks, marks, arcs } = layout;
  const at = (along: number, across: number) => (down ? `${across} ${along}` : `${along} ${across}`);
  const points = (list: Point[]) => list.map(([along, across]) => at(along, across)).join(' ');
  const box = (along: number, across: number, long: number, deep: number) =>
    down ? { x: across, y: along, width: deep, height: long } : { x: along, y: across, width: long, height: deep };
  const idOf = (name: string) => `line-${name}-${down ? 'down' : 'across'}`;
  const [width, height] = down ? [depth, length] : [length, depth];
  return (
    <svg
      class="line-drawing"
      viewBox={`0 0 ${width} ${height}`}
      style={`width:${width / 16}rem;height:${height / 16}rem`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        {Object.entries(fills).map(([name, stops]) => (
          <linearGradient key={name} id={idOf(name)} x2={down ? 0 : 1} y2={down ? 1 : 0}>
            {stops.map(([offset, opacity]) => (
              <stop key={offset} offset={offset} stop-opacity={opacity} />
            ))}
          </linearGradient>
        ))}
      </defs>
      <rect class="ruler" {...box(0, ruler.from, length, ruler.to - ruler.from)} />
      {ticks.map(({ at: along, label }) => (
        <path key={label} class="tick" d={`M${at(along, ruler.from)} L${at(along, ruler.to)}`} />
      ))}
      {arcs.map(({ id, from, to, height: high, family, isInferred, disputed }) => (
        <g key={id} class={names('arc', family.toLowerCase(), isInferred && 'inferred', id === litLink && 'lit')}>
          <path
            d={`M${at(from, ruler.from)} C${points([
              [from, ruler.from - high * 1.33],
              [to, ruler.from - high * 1.33],
              [to, ruler.from],
            ])}`}
          />
          {disputed && (
            <text
              class="against"
              {...(down
                ? { x: ruler.from - high, y: (from + to) / 2 + 5 }
                : { x: (from + to) / 2, y: ruler.from - high + 4 })}
            >
              ≠
            </text>
          )}
        </g>
      ))}
      {marks.map((mark) => {
        const { id, from, until, leader } = mark;
        const fill = fillOf(mark);
        const high = ruler.to - ruler.from + 8;
        return (
          <g key={id} class={names('event', id === lit && 'lit')}>
            <path class="leader" d={`M${points(leader.slice(0, 1))} C${points(leader.slice(1))}`} />
            <rect
              class={names('span', fill === null ? 'sharp' : 'fading')}
              fill={fill === null ? undefined : `url(#${idOf(fill)})`}
              rx={Math.min(4, (until - from) / 2)}
              {...box(from, ruler.from - 4, until - from, high)}
            />
          </g>
        );
      })}
      {ticks.map(({ at: along, label }) => (
        <text key={label} {...(down ? { x: ruler.from + 4, y: along + 14 } : { x: along + 4, y: ruler.to - 6 })}>
          {tick(label)}
        </text>
      ))}
    </svg>
  );
}

/** A stretch of possible time has no sharp beginning and end; what lies open fades away. */
const fills: Readonly<Record<string, readonly (readonly [offset: number, opacity: number])[]>> = {
  soft: [
    [0, 0.05],
    [0.25, 0.6],
    [0.75, 0.6],
    [1, 0.05],
  ],
  known: [
    [0, 0.6],
    [1, 0.6],
  ],
  before: [
    [0, 0.05],
    [1, 0.6],
  ],
  after: [
    [0, 0.6],
    [1, 0.05],
  ],
};

/** How a mark is filled; null for one as sharp as a day. */
function fillOf({ from, until, isSoft, openBefore, openAfter }: Mark): string | null {
  if (until - from <= 12) return null;
  if (openBefore !== openAfter) return openBefore ? 'before' : 'after';
  return isSoft || openBefore ? 'soft' : 'known';
}

const names = (...all: (string | false | null | undefined)[]): string => all.filter(Boolean).join(' ');
