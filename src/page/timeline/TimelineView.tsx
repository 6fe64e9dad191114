import { useMemo, useRef } from 'preact/hooks';
import { useAnswer } from '../answers';
import { dayOf } from '../days';
import { Exports } from '../parts/Exports';
import { Foreign } from '../parts/Foreign';
import { type Column, ToTwin, Twin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { common } from '../words/common';
import { dayInWords } from './axis';
import { laneChoices, laneOf, lanesAsked, whereOf } from './choices';
import { lengthOf, readStretch, type Stretch, writeStretch } from './days';
import { Filters } from './Filters';
import { Legend } from './Legend';
import { Scene } from './Scene';
import { Search, useSearch } from './Search';
import { extentOf, firstStretch, scaled, within } from './stretch';
import {
  type ClusterItemRead,
  type EventItemRead,
  isEventRead,
  type TimelineRead,
  timelineQuestion,
} from './timelineQuestions';
import { timelineWords } from './words';
import './timeline.css';

type TimelineData = { timeline: TimelineRead | null };
type Item = EventItemRead | ClusterItemRead;

/** Events in lanes along the time, with the links between them. */
export function TimelineView() {
  const words = useWords(timelineWords);
  const texts = useWords(common);
  const lang = useLang();
  const { address, embedded } = usePage();
  const lane = laneOf(address);
  const variables = { where: whereOf(address), lanes: lanesAsked(lane), lang };
  const answer = useAnswer<TimelineData>(timelineQuestion, variables);
  const whole = answer.data?.timeline ?? null;
  const extent = useMemo(() => whole && extentOf(whole), [whole]);
  const { stretch, onMove } = useStretch(whole, extent);
  const near = useNear(whole, stretch, variables);
  const shown = near ?? whole;
  const search = useSearch();
  const found = useMemo(
    () => new Set(address.q ? search.data?.search.edges.map(({ node }) => node.id) : []),
    [search.data, address.q],
  );
  return (
    <div class="timeline-view">
      <h1>{texts.timeline}</h1>
      <p class="lead">
        {words.lead} <ToTwin />
      </p>
      <div class="tools">
        <div class="controls">
          <Choice
            label={words.lanes}
            name="lanes"
            value={lane}
            options={laneChoices.map((choice) => [choice, laneWord(words, choice)])}
          />
          <Choice
            label={words.links}
            name="show"
            value={arcsShown(address.show)}
            options={[
              ['all', words.allLinks],
              ['near', words.chosenLinks],
              ['none', words.noLinks],
            ]}
          />
        </div>
        {!embedded && <Search answer={search} />}
      </div>
      {!embedded && <Filters />}
      {!whole && <Waiting answer={answer} />}
      {answer.problem && whole && <Waiting answer={answer} />}
      {whole && whole.total === 0 && <p class="none">{words.nothing}</p>}
      {shown && shown.total > 0 && extent && stretch && (
        <>
          <Scene
            timeline={shown}
            extent={extent}
            stretch={stretch}
            onMove={onMove}
            found={found}
            arcs={arcsShown(address.show)}
          />
          <Legend />
          <TakeAway title={texts.timeline} query={timelineQuestion} variables={variables} />
          <Exports selection={variables.where} />
          <TimelineTwin timeline={shown} />
        </>
      )}
    </div>
  );
}

/** The stretch that the address says, to the fraction of a day where the hand left it; else what is shown first. */
function useStretch(whole: TimelineRead | null, extent: Stretch | null) {
  const { address, go } = usePage();
  const exact = useRef<Stretch | null>(null);
  const first = useMemo(() => whole && firstStretch(whole), [whole]);
  const asked = readStretch(address);
  const isExact =
    exact.current &&
    writeStretch(exact.current).from === address.from &&
    writeStretch(exact.current).until === address.until;
  const target = isExact ? exact.current : (asked ?? first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: equal days are one stretch
  const stretch = useMemo(() => target && extent && within(target, extent), [target?.from, target?.to, extent]);
  const onMove = (to: Stretch, how: 'push' | 'replace') => {
    exact.current = to;
    go(writeStretch(to), how);
  };
  return { stretch, onMove };
}

/**
 * Where not all events came one by one, those near what is looked at are asked for by themselves. The stretch asked for
 * is rounded, so that a small move asks nothing.
 */
function useNear(
  whole: TimelineRead | null,
  stretch: Stretch | null,
  variables: { where: unknown },
): TimelineRead | null {
  const isPart = whole?.items.some((item) => !isEventRead(item)) ?? false;
  const around = stretch && isPart ? roundedOut(scaled(stretch, 2)) : null;
  const asked = around && { ...variables, where: { ...(variables.where as object | null), ...writeStretch(around) } };
  const answer = useAnswer<TimelineData>(timelineQuestion, asked);
  return isPart ? (answer.data?.timeline ?? null) : null;
}

/** A stretch out to the next whole steps of a quarter of its length. */
function roundedOut(stretch: Stretch): Stretch {
  const step = 2 ** Math.max(0, Math.round(Math.log2(lengthOf(stretch) / 4)));
  return { from: Math.floor(stretch.from / step) * step, to: Math.ceil(stretch.to / step) * step };
}

const arcsShown = (show: string | undefined) => (show === 'near' || show === 'none' ? show : 'all');

const laneWord = (words: (typeof timelineWords)['en'], lane: string): string =>
  ({ place: words.byPlace, policy: words.byPolicy, kind: words.byKind, actor: words.byActor })[lane] ?? lane;

type ChoiceProps = { label: string; name: string; value: string; options: (readonly [string, string])[] };

/** One of a few, kept in the address; the first is what the address need not say. */
function Choice({ label, name, value, options }: ChoiceProps) {
  const { go } = usePage();
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={(event) =>
          go({ [name]: event.currentTarget.value === options[0]?.[0] ? null : event.currentTarget.value })
        }
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The same events as rows, in the order of time. */
function TimelineTwin({ timeline }: { timeline: TimelineRead }) {
  const words = useWords(timelineWords);
  const lang = useLang();
  const rows = useMemo(() => timeline.items, [timeline]);
  const columns = useMemo((): Column<Item>[] => {
    const lanes = new Map(timeline.lanes.map(({ id, label }) => [id, label]));
    const counts = linkCounts(timeline);
    const countOf = (item: Item) => (isEventRead(item) ? (counts.get(item.event.id)?.all ?? 0) : 0);
    const disputedOf = (item: Item) => (isEventRead(item) ? (counts.get(item.event.id)?.disputed ?? 0) : 0);
    return [
      {
        head: words.date,
        text: (item) => dateText(item, lang),
        order: (item) => (isEventRead(item) ? (item.from ?? item.until ?? '') : item.firstDay),
      },
      {
        head: words.title,
        text: (item) => (isEventRead(item) ? item.event.title : words.cluster(item.count)),
        cell: (item) =>
          isEventRead(item) ? (
            <To changes={{ event: item.event.id, link: null }}>
              <Foreign text={item.event.title} languages={item.event.languages} />
            </To>
          ) : (
            <To changes={{ from: item.firstDay, until: item.lastDay }}>{words.cluster(item.count)}</To>
          ),
      },
      { head: words.lane, text: ({ lane }) => lanes.get(lane) ?? lane },
      {
        head: words.kind,
        text: (item) =>
          (isEventRead(item) ? [item.event.kind] : item.kinds).map((kind) => labelOf(kind, lang)).join(', '),
      },
      { head: words.linkCount, text: (item) => String(countOf(item)), order: countOf, numeric: true },
      { head: words.disputedCount, text: (item) => String(disputedOf(item)), order: disputedOf, numeric: true },
    ];
  }, [timeline, words, lang]);
  return useMemo(
    () => (
      <Twin
        caption={words.caption}
        columns={columns}
        rows={rows}
        keyOf={(item) => (isEventRead(item) ? item.event.id : `${item.lane} ${item.firstDay} ${item.lastDay}`)}
      />
    ),
    [words, columns, rows],
  );
}

const dateText = (item: Item, lang: ReturnType<typeof useLang>): string =>
  isEventRead(item)
    ? item.event.date.text
    : `${dayInWords(dayOf(item.firstDay), lang)} – ${dayInWords(dayOf(item.lastDay), lang)}`;

function linkCounts({ links }: TimelineRead): Map<string, { all: number; disputed: number }> {
  const counts = new Map<string, { all: number; disputed: number }>();
  for (const { from, to, disputed } of links) {
    for (const { id } of [from, to]) {
      const before = counts.get(id) ?? { all: 0, disputed: 0 };
      counts.set(id, { all: before.all + 1, disputed: before.disputed + Number(disputed) });
    }
  }
  return counts;
}
