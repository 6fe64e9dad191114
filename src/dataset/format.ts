/**
 * The files of a data set and their columns: the same names in `.jsonl` and `.csv`.
 *
 * A column that is not listed is welcome when the file's SDL type has a plain field of that name (a text, number,
 * boolean, enum or list of texts): it is then stored and served without a line of code.
 */

/** How a cell is read. In CSV a list is separated by `;` and the parts of an entry by `:`. */
export type Cell =
  | 'id' // this row's own id
  | 'ref' // the id of another row
  | 'refs'
  | 'line' // text that holds one line
  | 'text' // text that may run over several lines
  | 'lines' // a list of one-line texts
  | 'url'
  | 'day' // YYYY-MM-DD, or with less precision where there is no `edtf`
  | 'edtf'
  | 'number'
  | 'boolean'
  | 'word' // one word of an enum or of the data set's own vocabulary
  | 'words'
  | 'entries'; // a list of small records, see `parts`

export interface Column {
  cell: Cell;
  required?: true;
  /** The files in one of which a `ref` must name a row. */
  to?: readonly FileName[];
  /** The SDL enum that a `word` comes from; without it any capitalised word will do. */
  of?: string;
  /** The columns of an entry, in the order of `a:b:c`. */
  parts?: Readonly<Record<string, Column>>;
  /** The property's name in the graph, where the SDL's differs from the column's. */
  as?: string;
}

export interface Format {
  /** The SDL type that a row becomes; files without one hold rows that join others. */
  type?: string;
  columns: Readonly<Record<string, Column>>;
}

const id: Column = { cell: 'id' };
const sources: Column = { cell: 'refs', to: ['sources'] };
// For the editors and the checks: the API does not show it, but an export gives it back, as it does `dateNote` and the like.
const seedRows: Column = { cell: 'lines' };
const line: Column = { cell: 'line' };
const text: Column = { cell: 'text' };
const edtf: Column = { cell: 'edtf' };
const places: Column = { cell: 'refs', to: ['places'] };
const verification: Column = { cell: 'word', of: 'Verification' };
const dateBasis: Column = { cell: 'word', of: 'DateBasis' };
const required = <C extends Column>(column: C): C & { required: true } => ({ ...column, required: true });
const to = (...files: FileName[]): Column => ({ cell: 'ref', to: files });

export type FileName =
  | 'events'
  | 'links'
  | 'claims'
  | 'policies'
  | 'policy-changes'
  | 'actors'
  | 'places'
  | 'event-places'
  | 'sources'
  | 'metrics'
  | 'observations'
  | 'series-breaks'
  | 'stories'
  | 'glossary';

export const formats: Readonly<Record<FileName, Format>> = {
  events: {
    type: 'Event',
    columns: {
      id,
      title: required(line),
      summary: text,
      // Without `edtf`, `date` is read as the EDTF; beside it, `date` is the day to sort by.
      date: { cell: 'day' },
      edtf,
      dateBasis,
      dateNote: text,
      kind: { cell: 'word', of: 'EventKind' },
      verification,
      jurisdictions: places,
      affects: places,
      actors: {
        cell: 'entries',
        parts: { actor: required(to('actors')), role: required({ cell: 'word', of: 'ActorRole' }), detail: line },
      },
      contentNotes: { cell: 'words', of: 'ContentNote' },
      // A picture is shown only with its credit and its licence.
      imageUrl: { cell: 'url' },
      imageAlt: line,
      imageCredit: line,
      imageLicense: line,
      mergedFrom: { cell: 'lines' },
      sources,
      source_url: { cell: 'url' },
      source_title: line,
      seedRows,
    },
  },
  links: {
    type: 'EventLink',
    columns: {
      id,
      from: required(to('events')),
      to: required(to('events')),
      type: required({ cell: 'word', of: 'LinkType' }),
      family: { cell: 'word', of: 'LinkFamily' },
      evidence: required({ cell: 'word', of: 'Evidence' }),
      basis: text,
      sources,
      source_url: { cell: 'url' },
      source_title: line,
      seedRows,
    },
  },
  claims: {
    type: 'Claim',
    columns: {
      id,
      by: required(to('actors', 'sources')),
      stance: required({ cell: 'word', of: 'Stance' }),
      about: required(to('links', 'events', 'policies', 'observations')),
      text: required(text),
      hedge: line,
      date: { cell: 'day' },
      edtf,
      dateBasis,
      contradictedBy: { cell: 'refs', to: ['claims', 'observations'] },
      sources,
      source_url: { cell: 'url' },
      source_title: line,
      seedRows,
    },
  },
  policies: {
    type: 'Policy',
    columns: {
      id,
      name: required(line),
      aliases: { cell: 'lines' },
      kind: { cell: 'word', as: 'policyKind' },
      summary: text,
      jurisdictions: places,
      partOf: to('policies'),
      validFrom: edtf,
      validTo: edtf,
      seedRows,
    },
  },
  'policy-changes': {
    columns: {
      policy: required(to('policies')),
      event: required(to('events')),
      effect: required({ cell: 'word', of: 'PolicyEffect' }),
      statusAfter: { cell: 'word', of: 'PolicyStatus' },
      effectiveFrom: edtf,
      effectiveUntil: edtf,
      scope: text,
      basis: text,
      order: { cell: 'number' },
      sources,
    },
  },
  actors: {
    type: 'Actor',
    columns: {
      id,
      name: required(line),
      aliases: { cell: 'lines' },
      kind: { cell: 'word', of: 'ActorKind', as: 'actorKind' },
      country: to('places'),
      international: { cell: 'boolean' },
      partOf: to('actors'),
      offices: {
        cell: 'entries',
        parts: {
          title: required(line),
          organization: to('actors'),
          from: edtf,
          until: edtf,
          attested: { cell: 'lines' },
        },
      },
      // A government named after its head: who that is and for how long.
      person: to('actors'),
      from: edtf,
      until: edtf,
      seedRows,
    },
  },
  places: {
    type: 'Place',
    columns: {
      id,
      name: required(line),
      aliases: { cell: 'lines' },
      kind: { cell: 'word', of: 'PlaceKind', as: 'placeKind' },
      code: line,
      within: to('places'),
      // A border or a lake lies in two.
      countries: places,
      wikidata: line,
      seedRows,
    },
  },
  'event-places': {
    columns: {
      event: required(to('events')),
      place: required(to('places')),
      role: required({ cell: 'word' }),
      basis: text,
      sources,
      seedRows,
    },
  },
  sources: {
    type: 'Source',
    columns: {
      id,
      url: required({ cell: 'url' }),
      title: required(line),
      publisher: line,
      date: { ...edtf, as: 'published' },
      dateBasis,
      kind: { cell: 'word', of: 'SourceKind', as: 'sourceKind' },
      note: text,
    },
  },
  metrics: {
    type: 'Metric',
    columns: {
      id,
      label: required(line),
      unit: required(line),
      kind: { cell: 'word', of: 'MetricKind', as: 'metricKind' },
      publishers: { cell: 'lines' },
    },
  },
  observations: {
    type: 'Observation',
    columns: {
      id,
      metric: required(to('metrics')),
      place: to('places'),
      nationality: to('places'),
      period: required(edtf),
      value: { cell: 'number' },
      unit: line,
      bound: { cell: 'word', of: 'Bound' },
      roundedTo: { cell: 'number' },
      verification,
      publisher: line,
      asOf: edtf,
      preferred: { cell: 'boolean' },
      role: { cell: 'word', of: 'ObservationRole' },
      events: { cell: 'refs', to: ['events'] },
      sources,
      note: text,
      seedRows,
    },
  },
  'series-breaks': {
    columns: {
      metric: required(to('metrics')),
      place: to('places'),
      nationality: to('places'),
      period: required(edtf),
      kind: required({ cell: 'word', of: 'BreakKind' }),
      note: required(text),
      sources,
    },
  },
  stories: {
    type: 'Story',
    columns: {
      id,
      title: required(line),
      question: line,
      summary: text,
      steps: {
        cell: 'entries',
        parts: { event: required(to('events')), caption: text, context: { cell: 'boolean' } },
      },
      contentNotes: { cell: 'words', of: 'ContentNote' },
    },
  },
  glossary: {
    type: 'Term',
    columns: { id, term: required(line), definition: required(text) },
  },
};

export const fileNames = Object.keys(formats) as FileName[];

/** A row as read: cells by column name, each already of the kind its column says, absent cells left out. */
export interface Row {
  file: string;
  line: number;
  values: Readonly<Record<string, unknown>>;
}

/** One text in another language. `of` is the first 8 hex digits of the original's SHA-256. */
export interface Translation {
  file: string;
  line: number;
  lang: string;
  id: string;
  field: string;
  text: string;
  of: string;
}

/** What `dataset.json` says, with the defaults for what it does not. */
export interface Head {
  id: string;
  title: string;
  description: string;
  version: string;
  license: string;
  citeAs: string;
  /** The language of the rows' own texts, a BCP 47 tag. */
  language: string;
  changes: { version: string; date: string; note: string; changedIds: string[] }[];
  /** The data set's own words, by VocabularyOf; texts in other languages as `label_es`, `description_es`. */
  vocabulary: Record<string, ({ word: string } & Record<string, string>)[]>;
}

export interface Dataset {
  folder: string;
  head: Head;
  rows: Readonly<Record<FileName, readonly Row[]>>;
  translations: readonly Translation[];
  /** The files that could not be read to the last row, so that an id missing here may well stand there. */
  unread: readonly FileName[];
  /** SHA-256 over the files' names and bytes: the same files give the same checksum on every machine. */
  checksum: string;
}

/** One thing wrong with a data set, said so that a person can mend it. */
export interface Problem {
  level: 'error' | 'warning';
  file: string;
  /** 1 is the first line of the file, the heading of a CSV included; 0 speaks of the whole file. */
  line: number;
  /** What was found, what was expected and the nearest right thing. */
  message: string;
  /** The rule that was broken, by its name in `check/`; absent where the files themselves do not read. */
  rule?: string;
}
