import type { LineLayout, Point } from './line';

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
  const line = (along: number, from: number, to: number) => `M${at(along, from)} L${at(along, to)}`;
  const box = (along: number, across: number, long: number, deep: number) =>
    down ? { x: across, y: along, width: deep, height: long } : { x: along, y: across, width: long, height: deep };
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
        <linearGradient id="soft-span" x2={down ? 0 : 1} y2={down ? 1 : 0}>
          {softly.map(([offset, opacity]) => (
            <stop key={offset} offset={offset} stop-opacity={opacity} />
          ))}
        </linearGradient>
      </defs>
      <rect class="ruler" {...box(0, ruler.from, length, ruler.to - ruler.from)} />
      {ticks.map(({ at: along, label }) => (
        <path key={label} class="tick" d={line(along, ruler.from, ruler.to)} />
      ))}
      {arcs.map(({ id, from, to, height, family, isInferred, disputed }) => (
        <g key={id} class={names('arc', family.toLowerCase(), isInferred && 'inferred', id === litLink && 'lit')}>
          <path
            d={`M${at(from, ruler.from)} C${at(from, ruler.from - height * 1.33)} ${at(to, ruler.from - height * 1.33)} ${at(to, ruler.from)}`}
          />
          {disputed && (
            <text
              class="against"
              {...(down
                ? { x: ruler.from - height, y: (from + to) / 2 + 5 }
                : { x: (from + to) / 2, y: ruler.from - height + 4 })}
            >
              ≠
            </text>
          )}
        </g>
      ))}
      {marks.map(({ id, from, until, openBefore, openAfter, leader }) => (
        <g key={id} class={names('event', id === lit && 'lit')}>
          <path class="leader" d={`M${at(...(leader[0] as Point))} C${points(leader.slice(1))}`} />
          <rect
            class={names('span', openBefore && 'open-before', openAfter && 'open-after', until - from > 12 && 'long')}
            fill={until - from > 12 ? 'url(#soft-span)' : undefined}
            rx={Math.min(4, (until - from) / 2)}
            {...box(from, ruler.from - 4, until - from, ruler.to - ruler.from + 8)}
          />
        </g>
      ))}
      {ticks.map(({ at: along, label }) => (
        <text key={label} {...(down ? { x: ruler.from + 4, y: along + 14 } : { x: along + 4, y: ruler.to - 6 })}>
          {tick(label)}
        </text>
      ))}
    </svg>
  );
}

/** A stretch of possible time has no sharp beginning and end. */
const softly = [
  [0, 0.05],
  [0.25, 0.6],
  [0.75, 0.6],
  [1, 0.05],
] as const;

const names = (...all: (string | false | null | undefined)[]): string => all.filter(Boolean).join(' ');
