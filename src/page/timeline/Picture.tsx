import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Lang } from '../language';
import { labelOf } from '../words/api';
import { dayInWords, type Tick } from './axis';
import {
  type Arc,
  axisHeight,
  type ClusterMark,
  type EventMark,
  type Layout,
  type Mark,
  nameGap,
  radius,
  rowHeight,
} from './layout';
import type { TimelineWords } from './words';

export type Props = {
  layout: Layout;
  /** What is drawn, in the pixels of the layout: a little more than what is looked at. */
  left: number;
  width: number;
  /** From where to where it is looked at. */
  seen: Sight;
  /** Where a day stands, in the pixels of the layout. */
  xOf: (day: number) => number;
  ticks: Tick[];
  words: TimelineWords;
  lang: Lang;
  label: string;
  /** The one mark or link that the Tab key leads to. */
  inTabOrder: string | null;
  /** The event whose links stand out, and the one link that does. */
  near: string | null;
  nearLink: string | null;
  chosen: string | null;
  found: ReadonlySet<string>;
  /** Which links are drawn. */
  arcs: 'all' | 'near' | 'none';
};

/** The drawing: lanes, lines of the calendar, links as arcs, marks with their names. */
export function Picture(props: Props) {
  const { layout, left, width, seen, xOf, ticks, words, lang, label, near, nearLink, chosen, found, inTabOrder, arcs } =
    props;
  const isDrawn = (x0: number, x1: number) => x1 >= left && x0 <= left + width;
  const marks = layout.marks.filter((mark) => isDrawn(mark.left, mark.right));
  const isNear = ({ id, from, to }: Arc) => id === nearLink || from.id === near || to.id === near;
  // A line between two events that are both out of sight would only be noise.
  const drawn = layout.arcs.filter(
    (arc) =>
      arcs !== 'none' &&
      (arcs === 'all' || isNear(arc)) &&
      (isDrawn(arc.from.x0, arc.from.x1) || isDrawn(arc.to.x0, arc.to.x1)),
  );
  // The same nodes stay the same while only the focus moves, so that hundreds of lines are not compared again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn follows from these
  const lines = useMemo(
    () =>
      drawn.map((arc) => <ArcLine key={arc.id} arc={arc} words={words} lang={lang} inTabOrder={arc.id === nearLink} />),
    [layout, left, width, words, arcs, arcs === 'near' ? near : null, nearLink],
  );
  return (
    <svg
      class={['picture', (near || nearLink) && 'with-near', drawn.length > manyLines && 'crowded']
        .filter(Boolean)
        .join(' ')}
      role="group"
      aria-label={label}
      width={width}
      height={layout.height}
      viewBox={`${round(left)} 0 ${width} ${layout.height}`}
    >
      <Fades />
      <g class="lines" aria-hidden="true">
        {layout.lanes.map(({ id, y, height }, at) => (
          <rect key={id} class={at % 2 ? 'lane odd' : 'lane'} x={round(left)} y={y} width={width} height={height} />
        ))}
        {spaced(ticks, xOf).map(({ day, text, isYear }) => (
          <g key={day} class={isYear ? 'tick year' : 'tick'}>
            <line x1={round(xOf(day))} x2={round(xOf(day))} y1={axisHeight - 6} y2={layout.height} />
            {!isCutBy(seen, xOf(day), xOf(day) + text.length * 8 + 6) && (
              <text x={round(xOf(day) + 3)} y={15}>
                {text}
              </text>
            )}
          </g>
        ))}
      </g>
      <g class="arcs">{lines}</g>
      <g class="near" aria-hidden="true">
        {drawn.filter(isNear).map((arc) => (
          <path key={arc.id} class={arc.id === nearLink ? `${classOf(arc)} the-one` : classOf(arc)} d={arc.path} />
        ))}
      </g>
      <g class="moments">
        {marks.map((mark) =>
          mark.is === 'event' ? (
            <EventShape
              key={mark.id}
              mark={mark}
              lang={lang}
              inTabOrder={mark.id === inTabOrder}
              isChosen={mark.id === chosen}
              isFound={found.has(mark.id)}
              // Half a name at an edge, without its mark, says nothing.
              isNamed={isWithin(seen, mark.x0, mark.x1) || !isCutBy(seen, mark.left, mark.right)}
            />
          ) : (
            <ClusterShape key={mark.id} mark={mark} words={words} lang={lang} inTabOrder={mark.id === inTabOrder} />
          ),
        )}
      </g>
    </svg>
  );
}

/** More lines than that at once hide what they lead to, and are drawn fainter. */
const manyLines = 120;

type Sight = readonly [from: number, to: number];

const isWithin = ([from, to]: Sight, x0: number, x1: number): boolean => x1 > from && x0 < to;

const isCutBy = ([from, to]: Sight, x0: number, x1: number): boolean =>
  (x0 < from && x1 > from) || (x0 < to && x1 > to);

/** Of days to write, those whose words do not run into the ones before. */
function spaced(ticks: Tick[], xOf: (day: number) => number): Tick[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ day, text }) => {
    if (xOf(day) < free) return false;
    free = xOf(day) + text.length * 7 + 8;
    return true;
  });
}

type InTabOrder = { inTabOrder: boolean };

function EventShape({
  mark,
  lang,
  inTabOrder,
  isChosen,
  isFound,
  isNamed,
}: { mark: EventMark; lang: Lang; isChosen: boolean; isFound: boolean; isNamed: boolean } & InTabOrder) {
  const { event } = mark.item;
  const names = ['moment', isChosen && 'chosen', isFound && 'found'].filter(Boolean).join(' ');
  return (
    <g
      class={names}
      role="button"
      tabindex={inTabOrder ? 0 : -1}
      data-id={mark.id}
      aria-label={`${event.title}, ${event.date.text}`}
      aria-pressed={isChosen}
    >
      <Target mark={mark} />
      <DateShape mark={mark} />
      {mark.name && isNamed && (
        <text
          class={mark.isNameBefore ? 'before' : undefined}
          x={round(mark.isNameBefore ? mark.x0 - nameGap : mark.x1 + nameGap)}
          y={round(mark.y + 4)}
          lang={foreignTag(event.languages, lang)}
        >
          {mark.name}
        </text>
      )}
    </g>
  );
}

/** A date as what it is: a dot only for a day that is known, an arrow for an end that is open, else ends that fade. */
export function DateShape({
  mark,
}: {
  mark: Pick<EventMark, 'x0' | 'x1' | 'y' | 'isDot' | 'start' | 'end' | 'approximate' | 'uncertain'>;
}) {
  const { x0, x1, y, isDot, start, end, approximate, uncertain } = mark;
  const surely = uncertain ? ' uncertain' : '';
  if (isDot) return <circle class={`dot${surely}`} cx={round((x0 + x1) / 2)} cy={round(y)} r={radius} />;
  const [from, until] = [start === 'open' ? x0 + head : x0, end === 'open' ? x1 - head : x1];
  return (
    <>
      <rect
        class={`bar ${approximate && start === 'soft' && end === 'soft' ? 'about' : fadeOf(start, end)}${surely}`}
        x={round(from)}
        y={round(y - barHeight / 2)}
        width={round(Math.max(1, until - from))}
        height={barHeight}
        rx={start === 'hard' && end === 'hard' ? barHeight / 2 : 0}
      />
      {uncertain && (
        <text class="doubt" x={round((from + until) / 2)} y={round(y + 4)}>
          ?
        </text>
      )}
      {start === 'open' && <path class="arrow" d={`M${round(x0)} ${round(y)}l${head} -5v10z`} />}
      {end === 'open' && <path class="arrow" d={`M${round(x1)} ${round(y)}l-${head} -5v10z`} />}
    </>
  );
}

const fadeOf = (start: string, end: string): string =>
  start === 'soft' ? (end === 'soft' ? 'fade-both' : 'fade-start') : end === 'soft' ? 'fade-end' : 'plain';

function ClusterShape({
  mark,
  words,
  lang,
  inTabOrder,
}: { mark: ClusterMark; words: TimelineWords; lang: Lang } & InTabOrder) {
  const middle = (mark.x0 + mark.x1) / 2;
  const label = words.clusterOf(mark.count, dayInWords(mark.days.from, lang), dayInWords(mark.days.to - 1, lang));
  return (
    <g class="moment cluster" role="button" tabindex={inTabOrder ? 0 : -1} data-id={mark.id} aria-label={label}>
      <Target mark={mark} />
      {mark.x1 - mark.x0 > 40 && <line x1={round(mark.x0)} x2={round(mark.x1)} y1={round(mark.y)} y2={round(mark.y)} />}
      <rect x={round(middle - 16)} y={round(mark.y - 8)} width={32} height={16} rx={8} />
      <text x={round(middle)} y={round(mark.y + 4)}>
        {mark.count}
      </text>
    </g>
  );
}

/** Room to hit with a finger, as high as the row. */
const Target = ({ mark: { x0, x1, y } }: { mark: Mark }) => (
  <rect class="target" x={round(x0 - 2)} y={round(y - rowHeight / 2)} width={round(x1 - x0 + 4)} height={rowHeight} />
);

function ArcLine({ arc, words, lang, inTabOrder }: { arc: Arc; words: TimelineWords; lang: Lang } & InTabOrder) {
  const { from, to } = arc;
  return (
    <g
      class={classOf(arc)}
      role="button"
      tabindex={inTabOrder ? 0 : -1}
      data-link={arc.id}
      aria-label={`${from.item.event.title} → ${to.item.event.title}: ${linkInWords(arc, words, lang)}`}
    >
      <path d={arc.path} />
      {arc.link.disputed && (
        <text x={round(arc.x)} y={round(arc.y + 4)}>
          ≠
        </text>
      )}
    </g>
  );
}

/** Type and evidence of a link, and whether somebody disputes it. */
export function linkInWords({ link }: Arc, words: TimelineWords, lang: Lang): string {
  const parts = [labelOf(link.type, lang), labelOf(link.evidence, lang), link.disputed ? words.disputed : ''];
  return parts.filter(Boolean).join(', ');
}

const classOf = ({ link }: Arc): string =>
  ['arc', link.family.toLowerCase(), link.evidence.toLowerCase(), link.disputed && 'disputed']
    .filter(Boolean)
    .join(' ');

/** What ends that are not known fade by; the colour is that of the events. */
const Fades = (): JSX.Element => (
  <defs>
    <Fade id="fade-both" stops={[0, 0.35, 0.65, 1]} weights={[0.05, 1, 1, 0.05]} />
    <Fade id="fade-start" stops={[0, 0.5]} weights={[0.05, 1]} />
    <Fade id="fade-end" stops={[0.5, 1]} weights={[1, 0.05]} />
    <Fade id="fade-about" stops={[0, 0.5, 1]} weights={[0, 0.75, 0]} />
  </defs>
);

function Fade({ id, stops, weights }: { id: string; stops: number[]; weights: number[] }) {
  return (
    <linearGradient id={id}>
      {stops.map((offset, at) => (
        <stop key={offset} class="fade" offset={offset} stop-opacity={weights[at]} />
      ))}
    </linearGradient>
  );
}

/** The language of a text that is not the reader's, so that it is read aloud as what it is. */
const foreignTag = (languages: readonly string[], lang: Lang): string | undefined =>
  languages.some((tag) => tag.split('-')[0] === lang) ? undefined : languages[0];

const round = (value: number): number => Math.round(value * 10) / 10;

const barHeight = 8;
const head = 8;
