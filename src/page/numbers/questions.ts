import type { NumberRead } from '../story/storyQuestion';

type Named = { id: string; name: string };
type Stretch = { text: string; earliest: string | null; latest: string | null };

export type MetricsRead = {
  metrics: { nodes: { id: string; label: string; unit: string; metricKind: string }[] };
  /** The numbers that the stories are about, one for each event that has any. */
  stories: { steps: { event: { observations: { nodes: NumberRead[] } } }[] }[];
};

export const metricsQuestion = `# What is counted: all metrics with their units, and which numbers the stories are about
query Metrics($lang: String) {
  metrics(first: 500) { nodes { id label(lang: $lang) unit(lang: $lang) metricKind } }
  stories {
    steps { event { observations(first: 1) { nodes { metric { id } place { id } nationality { id } } } } }
  }
}`;

export type SeriesBrief = {
  place: Named | null;
  nationality: Named | null;
  every: string;
  first: string;
  last: string;
};

export type ObservationRead = {
  id: string;
  label: string;
  value: number | null;
  bound: string | null;
  roundedTo: number | null;
  period: Stretch;
  publisher: string | null;
  asOf: { text: string } | null;
  note: string | null;
  role: string | null;
  events: { id: string; title: string; date: Stretch }[];
  sources: { id: string; title: string; url: string }[];
};

export type BreakRead = { kind: string; note: string; period: Stretch };

export type SeriesRead = SeriesBrief & { observations: ObservationRead[]; gaps: Stretch[]; breaks: BreakRead[] };

export type MetricRead = {
  metric: {
    id: string;
    label: string;
    unit: string;
    metricKind: string;
    publishers: string[];
    seriesList: SeriesBrief[];
  } | null;
};

export const metricQuestion = `# One metric, and of which places, people and periods there are numbers
query Metric($metric: ID!, $lang: String) {
  metric(id: $metric) {
    id label(lang: $lang) unit(lang: $lang) metricKind publishers
    seriesList { ...SeriesBrief }
  }
}
fragment SeriesBrief on Series {
  place { id name: label(lang: $lang) }
  nationality { id name: label(lang: $lang) }
  every first last
}`;

export const seriesQuestion = `# One series of numbers: every value with its bound and source, what is missing and what must be known of it
query OneSeries($metric: ID!, $place: ID, $nationality: ID, $every: Period!, $lang: String) {
  metric(id: $metric) {
    series(place: $place, nationality: $nationality, every: $every) {
      place { id name: label(lang: $lang) }
      nationality { id name: label(lang: $lang) }
      every first last
      observations {
        id label(lang: $lang) value bound roundedTo publisher note role
        period { text(lang: $lang) earliest latest }
        asOf { text(lang: $lang) }
        events { id title(lang: $lang) date { text(lang: $lang) earliest latest } }
        sources { id title url }
      }
      gaps { text(lang: $lang) earliest latest }
      breaks { kind note period { text(lang: $lang) earliest latest } }
    }
  }
}`;

export type WindowRead = {
  from: string;
  until: string;
  expected: number;
  points: number;
  mean: number | null;
  total: number | null;
  min: number | null;
  max: number | null;
};

export type HintRead = {
  months: number | null;
  every: string | null;
  place: Named | null;
  nationality: Named | null;
  why: string;
};

export type ComparisonRead = {
  comparable: boolean;
  problems: { code: string; message: string }[];
  tryInstead: HintRead[];
  before: WindowRead | null;
  after: WindowRead | null;
  change: { absolute: number; relative: number | null; low: number | null; high: number | null; method: string } | null;
  rivals: { id: string; title: string; date: Stretch }[];
  caution: string;
};

export type BeforeAfterRead = {
  beforeAndAfter: ComparisonRead | null;
  event: { id: string; title: string; date: Stretch } | null;
};

export const beforeAfterQuestion = `# The level of a series before and after an event, what else may have played a part, and why it may refuse
query BeforeAfter($event: ID!, $metric: ID!, $place: ID, $nationality: ID, $months: Int, $lang: String) {
  event(id: $event) { id title(lang: $lang) date { text(lang: $lang) earliest latest } }
  beforeAndAfter(event: $event, metric: $metric, place: $place, nationality: $nationality, months: $months) {
    comparable caution(lang: $lang)
    problems { code message(lang: $lang) }
    tryInstead {
      months every why(lang: $lang)
      place { id name: label(lang: $lang) }
      nationality { id name: label(lang: $lang) }
    }
    before { ...WindowFields }
    after { ...WindowFields }
    change { absolute relative low high method }
    rivals { id title(lang: $lang) date { text(lang: $lang) earliest latest } }
  }
}
fragment WindowFields on Window { from until expected points mean total min max }`;
