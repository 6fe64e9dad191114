import { useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../answers';
import { conventions } from '../language';
import { EventPicker } from '../parts/EventPicker';
import { type Column, ToTwin, Twin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { useWidth } from '../parts/useSize';
import { Waiting } from '../parts/Waiting';
import { useLang, usePage, useWords } from '../state';
import { common } from '../words/common';
import { BeforeAfter } from './BeforeAfter';
import { SeriesChart } from './Chart';
import { chartOf, type EventOn, eventsOf, type Point, startOf } from './layout';
import {
  type BeforeAfterRead,
  beforeAfterQuestion,
  type MetricRead,
  type MetricsRead,
  metricQuestion,
  metricsQuestion,
  type ObservationRead,
  type SeriesBrief,
  type SeriesRead,
  seriesQuestion,
} from './questions';
import { numbersWords } from './words';
import './numbers.css';

type Metric = NonNullable<MetricRead['metric']>;

export function NumbersView() {
  const words = useWords(numbersWords);
  const texts = useWords(common);
  const lang = useLang();
  const { address } = usePage();
  const metrics = useAnswer<MetricsRead>(metricsQuestion, { lang });
  const usual = metrics.data && toldOf(metrics.data);
  const id = address.metric ?? usual?.metric ?? metrics.data?.metrics.nodes[0]?.id ?? null;
  const answer = useAnswer<MetricRead>(metricQuestion, id ? { metric: id, lang } : null);
  const metric = answer.data?.metric ?? null;
  return (
    <>
      <h1>{texts.numbers}</h1>
      <p class="lead">{words.lead}</p>
      <ToTwin />
      <Waiting answer={metrics} />
      {metrics.data && <ChooseMetric metrics={metrics.data} chosen={id} />}
      <Waiting answer={answer} />
      {id && answer.data && !metric && !answer.busy && <p>{words.unknown(id)}</p>}
      {metric && <OneMetric key={metric.id} metric={metric} usual={metric.id === usual?.metric ? usual : {}} />}
    </>
  );
}

type Series = { readonly [Part in 'metric' | 'place' | 'nationality' | 'every']?: string };

/** The numbers of the first event of a story that has any: what is shown where nobody has chosen yet. */
function toldOf({ stories }: MetricsRead): Series | null {
  const number = stories.flatMap(({ steps }) => steps.flatMap(({ event }) => event.observations.nodes))[0];
  return number ? { metric: number.metric.id, place: number.place?.id, nationality: number.nationality?.id } : null;
}

function ChooseMetric({ metrics, chosen }: { metrics: MetricsRead; chosen: string | null }) {
  const words = useWords(numbersWords);
  const { address, go } = usePage();
  const [text, setText] = useState('');
  const all = metrics.metrics.nodes;
  const fold = (one: string) => one.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = all.filter(({ label, id }) => id === chosen || fold(label).includes(fold(text)));
  return (
    <div class="controls">
      <label>
        {words.find}
        <input type="search" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <label class="wide">
        {words.metric} ({found.length})
        <select
          value={chosen ?? ''}
          onChange={({ currentTarget }) =>
            go({ view: 'numbers', metric: currentTarget.value, around: address.around ?? null }, 'fresh')
          }
        >
          {found.map(({ id, label, unit }) => (
            <option key={id} value={id}>
              {label} ({unit})
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Which of the series the address names; where it names none the usual one, else the one with the most numbers. */
function chosenIn({ seriesList }: Metric, address: Series, usual: Series): SeriesBrief | null {
  const { place, nationality, every } = address.place || address.nationality || address.every ? address : usual;
  if (!place && !nationality && !every) return seriesList[0] ?? null;
  const fits = (one: SeriesBrief) =>
    (one.place?.id ?? '') === (place ?? '') &&
    (one.nationality?.id ?? '') === (nationality ?? '') &&
    (!every || one.every === every);
  return seriesList.find(fits) ?? null;
}

const changesOf = ({ place, nationality, every }: SeriesBrief) => ({
  place: place?.id ?? null,
  nationality: nationality?.id ?? null,
  every,
  months: null,
});

function OneMetric({ metric, usual }: { metric: Metric; usual: Series }) {
  const words = useWords(numbersWords);
  const lang = useLang();
  const { address, go } = usePage();
  const chosen = chosenIn(metric, address, usual);
  const variables = chosen && {
    metric: metric.id,
    place: chosen.place?.id ?? null,
    nationality: chosen.nationality?.id ?? null,
    every: chosen.every,
    lang,
  };
  const answer = useAnswer<{ metric: { series: SeriesRead | null } | null }>(seriesQuestion, variables);
  const series = answer.data?.metric?.series ?? null;
  const nameOf = ({ place, nationality, every, first, last }: SeriesBrief) =>
    [
      place?.name ?? words.noPlace,
      nationality?.name ?? words.allPeople,
      words.every[every] ?? every,
      `${first.slice(0, 4)}–${last.slice(0, 4)}`,
    ].join(', ');
  return (
    <>
      <h2>
        {metric.label} <small>({metric.unit})</small>
      </h2>
      <div class="controls">
        <label class="wide">
          {words.series} ({metric.seriesList.length})
          <select
            value={chosen ? metric.seriesList.indexOf(chosen) : -1}
            onChange={({ currentTarget }) => {
              const one = metric.seriesList[Number(currentTarget.value)];
              if (one) go(changesOf(one));
            }}
          >
            {!chosen && <option value={-1}>{words.noSeries}</option>}
            {metric.seriesList.map((one, at) => (
              <option key={nameOf(one)} value={at}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Waiting answer={answer} />
      {series && chosen && variables && <OneSeries metric={metric} series={series} variables={variables} />}
    </>
  );
}

type Chosen = { metric: string; place: string | null; nationality: string | null; every: string; lang: string };

function OneSeries({ metric, series, variables }: { metric: Metric; series: SeriesRead; variables: Chosen }) {
  const words = useWords(numbersWords);
  const lang = useLang();
  const { address, go, announce } = usePage();
  const [box, width] = useWidth<HTMLDivElement>();
  const [read, setRead] = useState<Point | null>(null);
  const { around } = address;
  const months = Number(address.months) || null;
  const asked = around ? { ...variables, every: undefined, event: around, months } : null;
  const answer = useAnswer<BeforeAfterRead>(beforeAfterQuestion, asked);
  const comparison = around && !answer.busy ? (answer.data?.beforeAndAfter ?? null) : null;
  const own = useMemo(() => eventsOf(series), [series]);
  const event = around && answer.data?.event;
  const markers = markersOf(own, event ? [event] : [], comparison?.rivals ?? []);
  const windows = comparison ? [comparison.before, comparison.after].filter((one) => one !== null) : [];
  const chart = chartOf(series, markers, windows, { width: Math.max(320, width), height: 380 });
  const inWords = useInWords(metric.unit);
  const onRead = (point: Point) => {
    setRead(point);
    announce(inWords(point.observation));
  };
  return (
    <>
      <div class="chart-box" ref={box}>
        <SeriesChart
          chart={chart}
          lang={lang}
          label={words.chart(metric.label)}
          around={around ?? null}
          words={words}
          inWords={({ observation }) => inWords(observation)}
          onRead={onRead}
          onEvent={(id) => go({ event: id, link: null })}
        />
      </div>
      <p class="reading">{read ? <Reading observation={read.observation} inWords={inWords} /> : words.read}</p>
      <p class="note">{words.key}</p>
      <ChooseEvent events={own} around={around ?? null} />
      {around && <Waiting answer={answer} />}
      {comparison && event && <BeforeAfter comparison={comparison} event={event} unit={metric.unit} />}
      <Notes series={series} />
      <Twin
        caption={`${metric.label} (${metric.unit})`}
        columns={useColumns(inWords)}
        rows={series.observations}
        keyOf={({ id }) => id}
      />
      <TakeAway title={metric.label} query={seriesQuestion} variables={variables} />
    </>
  );
}

/** The events to mark, each once, in order of time: those of the series, the one asked about, and its rivals aside. */
function markersOf(own: EventOn[], asked: EventOn[], rivals: EventOn[]): EventOn[] {
  const all = [...own, ...asked, ...rivals.map((event) => ({ ...event, aside: true }))];
  const once = new Map(all.toReversed().map((event) => [event.id, event]));
  return [...once.values()].sort((a, b) => startOf(a).localeCompare(startOf(b)));
}

/** A value in words: the period, how exactly it is known, the number, the unit. */
function useInWords(unit: string): (observation: ObservationRead) => string {
  const words = useWords(numbersWords);
  const lang = useLang();
  return ({ period, value, bound }) => {
    const number = value === null ? words.noNumber : `${value.toLocaleString(conventions[lang])} ${unit}`;
    return `${period.text}: ${[words.bound[bound ?? 'EXACT'], number].filter(Boolean).join(' ')}`;
  };
}

type InWords = (observation: ObservationRead) => string;

function Reading({ observation, inWords }: { observation: ObservationRead; inWords: InWords }) {
  const words = useWords(numbersWords);
  const lang = useLang();
  const { publisher, asOf, roundedTo, note, sources } = observation;
  const about = [
    publisher && `${words.published} ${publisher}`,
    asOf && words.asOf(asOf.text),
    roundedTo !== null && roundedTo > 1 && words.rounded(roundedTo.toLocaleString(conventions[lang])),
    note,
  ].filter(Boolean);
  return (
    <>
      <b>{inWords(observation)}</b> {about.length > 0 && `(${about.join('; ')})`}{' '}
      {sources.map(({ id, title, url }) => (
        <a key={id} href={url} rel="noreferrer">
          {title}
        </a>
      ))}
    </>
  );
}

/** The events of a series as a list: the same as the flags, for whoever would rather read. */
function ChooseEvent({ events, around }: { events: EventOn[]; around: string | null }) {
  const words = useWords(numbersWords);
  return (
    <details open={around === null}>
      <summary>
        {words.events} ({events.length}): {words.compare}
      </summary>
      {events.length > 0 && <p class="note">{words.eventsNote}</p>}
      <ul class="series-events">
        {events.map(({ id, title, date }) => (
          <li key={id}>
            <To changes={{ around: id, months: null }} current={id === around}>
              {title}
            </To>{' '}
            <small>{date.text}</small>
          </li>
        ))}
      </ul>
      <FindEvent />
    </details>
  );
}

/** Any event of the data set, found by its words: numbers before and after it can be asked for, too. */
function FindEvent() {
  const words = useWords(numbersWords);
  const { go } = usePage();
  const pick = (id: string) => go({ around: id, months: null });
  return <EventPicker label={words.otherEvent} onPick={pick} />;
}

function Notes({ series: { breaks, gaps } }: { series: SeriesRead }) {
  const words = useWords(numbersWords);
  return (
    <>
      {breaks.length > 0 && (
        <details>
          <summary>
            {words.know} ({breaks.length})
          </summary>
          <ul>
            {breaks.map(({ kind, period, note }) => (
              <li key={`${kind}${period.text}${note}`}>
                <b>{period.text}</b>: {note}
              </li>
            ))}
          </ul>
        </details>
      )}
      {gaps.length > 0 && (
        <p class="note">
          {words.missing} ({gaps.length}):{' '}
          {gaps
            .slice(0, 24)
            .map(({ text }) => text)
            .join(', ')}
          {gaps.length > 24 && ' …'}
        </p>
      )}
    </>
  );
}

function useColumns(inWords: InWords): Column<ObservationRead>[] {
  const words = useWords(numbersWords);
  const texts = useWords(common);
  return [
    { head: words.period, text: ({ period }) => period.text, order: ({ period }) => period.earliest ?? '' },
    {
      head: words.value,
      text: (row) => inWords(row).slice(row.period.text.length + 2),
      order: ({ value }) => value ?? Number.NEGATIVE_INFINITY,
      numeric: true,
    },
    { head: words.published, text: ({ publisher }) => publisher ?? '' },
    {
      head: texts.sources,
      text: ({ sources }) => sources.map(({ url }) => url).join(' '),
      cell: ({ sources }) =>
        sources.map(({ id, title, url }) => (
          <a key={id} href={url} rel="noreferrer">
            {title}
          </a>
        )),
    },
    { head: words.note, text: ({ note }) => note ?? '' },
  ];
}
