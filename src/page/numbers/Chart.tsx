import { conventions, type Lang } from '../language';
import { Walk } from '../parts/Walk';
import type { Chart, Marker, Point } from './layout';

type Props = {
  chart: Chart;
  lang: Lang;
  label: string;
  /** The event whose before and after is shown. */
  around: string | null;
  words: { gap: (period: string) => string; event: (title: string, date: string) => string };
  /** A value as words, as exactly as it is known. */
  inWords: (point: Point) => string;
  onRead: (point: Point) => void;
  onEvent: (id: string) => void;
};

/** The drawing of a series. Points and events can be walked along with the arrow keys; Enter opens an event. */
export function SeriesChart({ chart, lang, label, around, words, inWords, onRead, onEvent }: Props) {
  const number = (value: number) => value.toLocaleString(conventions[lang], { notation: 'compact' });
  return (
    <svg class="chart" viewBox={`0 0 ${chart.width} ${chart.height}`} role="group" aria-label={label}>
      {chart.windows.map(({ x, width, y }, at) => (
        <g key={x} class={`window ${at === 0 ? 'before' : 'after'}`}>
          <rect x={x} width={width} y="20" height={chart.bottom - 20} />
          {y !== null && <line x1={x} x2={x + width} y1={y} y2={y} />}
        </g>
      ))}
      {chart.yTicks.map(({ y, value }) => (
        <g key={value} class="tick" aria-hidden="true">
          <line x1={chart.left} x2={chart.width} y1={y} y2={y} />
          <text x={chart.left - 8} y={y + 4} text-anchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {chart.xTicks.map(({ x, date }, at) => (
        <text key={date} class="tick" x={x} y={chart.height - 8} text-anchor="middle" aria-hidden="true">
          {tickText(date, lang, at === 0)}
        </text>
      ))}
      {chart.gaps.map(({ text, x, width }) => (
        <rect key={text} class="gap" x={x} width={Math.max(2, width)} y="20" height={chart.bottom - 20}>
          <title>{words.gap(text)}</title>
        </rect>
      ))}
      {chart.breaks.map(({ kind, text, note, x }) => (
        <line
          key={`${kind}${text}${note}`}
          class={`break ${kind.toLowerCase()}`}
          x1={x}
          x2={x}
          y1="20"
          y2={chart.bottom}
        >
          <title>{`${text}: ${note}`}</title>
        </line>
      ))}
      {chart.lines.map((path) => (
        <path key={path} class="line" d={path} />
      ))}
      <Walk items={chart.points} onOpen={onRead} onFocus={onRead}>
        {(point, focus) => (
          <g
            key={point.observation.id}
            class={`point ${point.bound.toLowerCase()}`}
            role="img"
            aria-label={inWords(point)}
            {...focus}
          >
            <line x1={point.from} x2={point.until} y1={point.y} y2={point.y} />
            <Dot point={point} />
          </g>
        )}
      </Walk>
      <Walk items={chart.markers} onOpen={({ id }) => onEvent(id)}>
        {(marker, focus) => (
          <g
            key={marker.id}
            class={marker.id === around ? 'marker around' : marker.aside ? 'marker aside' : 'marker'}
            role="button"
            aria-label={words.event(marker.title, marker.text)}
            onClick={() => onEvent(marker.id)}
            {...focus}
          >
            <MarkerShape marker={marker} bottom={chart.bottom} />
          </g>
        )}
      </Walk>
    </svg>
  );
}

/** A year for its first month, else the month; the first of all with its year. */
function tickText(date: string, lang: Lang, isFirst: boolean): string {
  if (date.endsWith('-01-01')) return date.slice(0, 4);
  const form = { month: 'short', year: isFirst ? 'numeric' : undefined, timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(conventions[lang], form).format(new Date(`${date}T00:00Z`));
}

/** Up for a number that is at least so high, down for one that is at most so; a ring where it is only about right. */
function Dot({ point: { x, y, bound } }: { point: Point }) {
  if (bound === 'MORE_THAN' || bound === 'AT_LEAST') return <path d={`M${x - 5} ${y}h10l-5 -9z`} />;
  if (bound === 'LESS_THAN' || bound === 'NEARLY') return <path d={`M${x - 5} ${y}h10l-5 9z`} />;
  return <circle cx={x} cy={y} r="3.5" />;
}

/** A flag at the top, its line down to the axis; a rough date has a bar as wide as its days. */
function MarkerShape({ marker: { x, from, until }, bottom }: { marker: Marker; bottom: number }) {
  return (
    <>
      <line x1={x} x2={x} y1="14" y2={bottom} />
      {until - from > 2 && <rect x={from} width={until - from} y="14" height="6" />}
      <path d={`M${x} 2h12l-4 6l4 6h-12z`} />
    </>
  );
}
