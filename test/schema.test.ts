import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  astFromValue,
  buildASTSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  parse,
  print,
  validateSchema,
} from 'graphql';

const folder = join(__dirname, '..', 'schema');
const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
const schema = schemaOf(files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n'));

describe('schema/', () => {
  test('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('keeps every name, argument, default and nullability that was promised', () => {
    expect(broken(promised, schema)).toEqual([]);
  });

  test('makes a Node of whatever has an id that is looked up', () => {
    const node = schema.getType('Node');
    const nodes = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(nodes).toEqual(
      expect.arrayContaining([
        'Event',
        'EventLink',
        'Claim',
        'Policy',
        'Actor',
        'Place',
        'Source',
        'Metric',
        'Observation',
        'Story',
      ]),
    );
  });

  test('takes one of the ways to select what to export', () => {
    const selection = schema.getType('ExportSelection');
    expect(isInputObjectType(selection) && selection.isOneOf).toBe(true);
  });

  test('describes everything in words that say more than the name', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  test('says of every enum in an answer how to treat a word that is not known', () => {
    const answered = new Set(
      ownTypes(schema)
        .filter((type) => isObjectType(type) || isInterfaceType(type))
        .flatMap((type) => Object.values(type.getFields()).map(({ type: of }) => getNamedType(of))),
    );
    const silent = ownTypes(schema)
      .filter(isEnumType)
      .filter(
        (type) => answered.has(type) && !/More \w+ may come: treat one that you do not know as /.test(flat(type)),
      );
    expect(silent.map(({ name }) => name)).toEqual([]);
    // Where it names one of the enum's own words, there is such a word.
    const named = ownTypes(schema)
      .filter(isEnumType)
      .flatMap((type) => {
        const word = flat(type).match(/do not know as ([A-Z_]+)\b/)?.[1];
        return word && !type.getValue(word) ? `${type.name}: ${word}` : [];
      });
    expect(named).toEqual([]);
  });

  test('gives every connection the same form', () => {
    const wrong = ownTypes(schema)
      .filter((type) => isObjectType(type) && type.name.endsWith('Connection'))
      .filter((type) => {
        const name = type.name.slice(0, -'Connection'.length);
        // What a search finds may be of any kind.
        const noun = name === 'Search' ? 'Node' : name;
        const form = [`edges: [${name}Edge!]!`, `nodes: [${noun}!]!`, 'pageInfo: PageInfo!', 'totalCount: Int!'];
        if (name === 'Event') form.push('facets(of: [FacetOf!], first: Int): [Facet!]!');
        const edge = schema.getType(`${name}Edge`);
        const ends = edge ? membersOf(edge).slice(0, 2) : [];
        return membersOf(type).join() !== form.join() || ends.join() !== `node: ${noun}!,cursor: String!`;
      });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('pages every connection in the same way', () => {
    const forward = ['first: Int', 'after: String'];
    // A search is read from its best hits on, a screenful at a time.
    const ofSearch = ['first: Int! = 20', 'after: String'];
    const wrong = ownTypes(schema)
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })),
      )
      .filter(({ field }) => String(field.type).replace('!', '').endsWith('Connection'))
      .filter(({ field }) => {
        const paging = field.args
          .filter(({ name }) => ['first', 'after', 'last', 'before'].includes(name))
          .map(signatureOf)
          .join();
        if (String(field.type) === 'SearchConnection!') return paging !== ofSearch.join();
        return paging !== forward.join() && paging !== [...forward, 'last: Int', 'before: String'].join();
      });
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });

  test('has every question in query.graphql, and nothing else there', () => {
    const { definitions } = parse(readFileSync(join(folder, 'query.graphql'), 'utf8'));
    expect(definitions.map((definition) => 'name' in definition && definition.name?.value)).toEqual(['Query']);
  });
});

describe('undescribed(schema)', () => {
  test('names each thing without a description', () => {
    const sdl = `
      "Every question that can be asked."
      type Query {
        "A greeting in words to be shown."
        hello(name: String, "How warm it is, from 1 to 3." warmth: Int): String
        bye: String
      }
      enum Mood { "Things are going well today." GOOD BAD }
      "Which greetings are to be given."
      input Wish { text: String }
      union Any = Query
      scalar Day
      "Anything that has an id of its own."
      interface Thing { id: ID! }
    `;
    expect(undescribed(schemaOf(sdl))).toEqual([
      'Query.hello(name:) has no description',
      'Query.bye has no description',
      'Mood has no description',
      'Mood.BAD has no description',
      'Wish.text has no description',
      'Any has no description',
      'Day has no description',
      'Thing.id has no description',
    ]);
  });

  test('refuses a description that is too short or only says the name again', () => {
    const sdl = `
      "Every question that can be asked."
      type Query {
        "A title."
        title: String
        "The unique id of the query."
        uniqueId: ID
        "The first day on which it was in force."
        from: String
      }
    `;
    expect(undescribed(schemaOf(sdl))).toEqual([
      'Query.title is described in fewer than 12 characters: "A title."',
      'Query.uniqueId is described by its own name: "The unique id of the query."',
    ]);
  });
});

describe('broken(promises, schema)', () => {
  test('names each member that is missing or differs', () => {
    const sdl = 'type Query { event(id: ID!): Event, events(first: Int! = 50): [Event!] } type Event { id: ID }';
    const promises = {
      Query: ['event(id: ID!): Event', 'events(first: Int! = 20): [Event!]'],
      Event: ['id: ID!'],
      Chain: ['start: Event!'],
    };
    expect(broken(promises, schemaOf(sdl))).toEqual([
      'Query: events(first: Int! = 20): [Event!]',
      'Event: id: ID!',
      'Chain: start: Event!',
    ]);
  });
});

describe('membersOf(type)', () => {
  test('writes down arguments, defaults and nullability', () => {
    const sdl = 'type Query { steps(depth: Int! = 3, of: [Kind!]! = [A]): [String!] } enum Kind { A B }';
    expect(ownTypes(schemaOf(sdl)).flatMap(membersOf)).toEqual([
      'steps(depth: Int! = 3, of: [Kind!]! = [A]): [String!]',
      'A',
      'B',
    ]);
  });
});

function schemaOf(sdl: string) {
  return buildASTSchema(parse(sdl));
}

/** The promised members that a schema does not have, or has otherwise. */
function broken(promises: Record<string, string[]>, of: typeof schema): string[] {
  return Object.entries(promises).flatMap(([name, members]) => {
    const type = of.getType(name);
    const held = type ? membersOf(type) : [];
    return members.filter((member) => !held.includes(member)).map((member) => `${name}: ${member}`);
  });
}

/** The types that the SDL itself defines, in its order. */
function ownTypes(of: typeof schema): GraphQLNamedType[] {
  return Object.values(of.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
}

const flat = ({ description }: GraphQLNamedType): string => (description ?? '').replace(/\s+/g, ' ');

/** The fields, values or types of a type, each as the SDL writes it on one line. */
function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(signatureOf);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(({ name, args, type: of }) =>
    args.length === 0 ? `${name}: ${of}` : `${name}(${args.map(signatureOf).join(', ')}): ${of}`,
  );
}

function signatureOf({ name, type, defaultValue }: Pick<GraphQLArgument, 'name' | 'type' | 'defaultValue'>): string {
  const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
  return value ? `${name}: ${type} = ${print(value)}` : `${name}: ${type}`;
}

/** What is wrong with the descriptions of a schema: missing, too short, or nothing but the name once more. */
function undescribed(of: typeof schema): string[] {
  return ownTypes(of).flatMap((type) => describedThings(type).flatMap(problemWith));
}

interface Described {
  place: string;
  description: string | null | undefined;
}

function describedThings(type: GraphQLNamedType): Described[] {
  const things: Described[] = [{ place: type.name, description: type.description }];
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues()) things.push({ place: `${type.name}.${name}`, description });
  }
  if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields())) {
      things.push({ place: `${type.name}.${name}`, description });
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const { name, description, args } of Object.values(type.getFields())) {
      const place = `${type.name}.${name}`;
      things.push({ place, description });
      for (const arg of args) things.push({ place: `${place}(${arg.name}:)`, description: arg.description });
    }
  }
  return things;
}

const shortest = 12;
const emptyWords = new Set([
  'a',
  'an',
  'and',
  'for',
  'in',
  'is',
  'its',
  'of',
  'on',
  'one',
  'that',
  'the',
  'this',
  'to',
]);

function problemWith({ place, description }: Described): string[] {
  if (!description) return [`${place} has no description`];
  if (description.length < shortest) {
    return [`${place} is described in fewer than ${shortest} characters: "${description}"`];
  }
  const named = new Set(wordsOf(place));
  const news = wordsOf(description).filter((word) => !named.has(word) && !emptyWords.has(word));
  return news.length === 0 ? [`${place} is described by its own name: "${description}"`] : [];
}

/** `Event.recordedCauses` as event, recorded, cause: an ending -s makes no new word. */
function wordsOf(text: string): string[] {
  const apart = text.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return (apart.match(/[a-z]+/g) ?? []).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}

// ---------------------------------------------------------------- the promise, written down once more

const forward = 'first: Int, after: String';
const page = `${forward}, last: Int, before: String`;
const walk = 'depth: Int! = 3, where: LinkFilter, maxEvents: Int! = 200';
const inWords = (name: string) => `${name}(lang: String): String!`;
const label = inWords('label');
const claims = `claims(stances: [Stance!], ${forward}): ClaimConnection!`;
const connection = (noun: string) => [
  `edges: [${noun}Edge!]!`,
  `nodes: [${noun}!]!`,
  'pageInfo: PageInfo!',
  'totalCount: Int!',
];
const edge = (noun: string) => [`node: ${noun}!`, 'cursor: String!'];
const words = (list: string) => list.split(' ');

/** Type → what it must have. A type may have more. */
const promised: Record<string, string[]> = {
  Query: [
    'node(id: ID!): Node',
    'nodes(ids: [ID!]!): [Node]!',
    'event(id: ID!): Event',
    'link(id: ID!): EventLink',
    'claim(id: ID!): Claim',
    'policy(id: ID!): Policy',
    'actor(id: ID!): Actor',
    'place(id: ID!): Place',
    'source(id: ID!): Source',
    'story(id: ID!): Story',
    'metric(id: ID!): Metric',
    // Null beside its error where a filter names an unknown id, so that a slip in one question spares the others.
    `events(where: EventFilter, orderBy: EventOrder! = DATE, ${page}): EventConnection`,
    `links(where: LinkFilter, ${page}): EventLinkConnection`,
    `claims(where: ClaimFilter, ${page}): ClaimConnection`,
    `policies(where: PolicyFilter, ${page}): PolicyConnection`,
    `actors(where: ActorFilter, ${page}): ActorConnection`,
    `places(where: PlaceFilter, ${page}): PlaceConnection`,
    `sources(where: SourceFilter, ${page}): SourceConnection!`,
    `metrics(where: MetricFilter, ${page}): MetricConnection`,
    `observations(where: ObservationFilter, ${page}): ObservationConnection`,
    `whatFollowed(event: ID!, ${walk}): Chain`,
    `whatLedTo(event: ID!, ${walk}): Chain`,
    'paths(from: ID!, to: ID!, depth: Int! = 8, where: LinkFilter, first: Int! = 10): PathList',
    `policiesOn(date: Date!, place: ID, statuses: [PolicyStatus!]! = [IN_FORCE, PARTLY_IN_FORCE], ${forward}): PolicyStateConnection`,
    'search(text: String!, kinds: [NodeKind!], lang: String, first: Int! = 20, after: String): SearchConnection!',
    'beforeAndAfter(event: ID!, metric: ID!, place: ID, nationality: ID, months: Int): Comparison',
    'stories: [Story!]!',
    `glossary(lang: String, ${forward}): TermConnection!`,
    'timeline(where: EventFilter, lanes: LaneBy! = PLACE, maxItems: Int! = 200): Timeline',
    'export(of: ExportSelection!, format: ExportFormat!, lang: String): Export',
    'dataset: Dataset!',
    'lesson(activity: Activity!, of: LessonSelection!, cards: Int, seed: Int! = 1, lang: String, withContentNotes: [ContentNote!]! = []): Lesson',
    'lessonsFor(event: ID!): [LessonOffer!]',
  ],
  Node: ['id: ID!', label],
  Event: [
    'id: ID!',
    label,
    inWords('title'),
    inWords('summary'),
    'languages: [String!]!',
    'date: FuzzyDate!',
    'kind: EventKind!',
    'verification: Verification!',
    'jurisdictions: [Place!]!',
    'affects: [Place!]!',
    'places: [EventPlace!]!',
    'participations(roles: [ActorRole!]): [Participation!]!',
    'policyChanges: [PolicyChange!]!',
    `followedBy(where: LinkFilter, ${forward}): EventLinkConnection`,
    `precededBy(where: LinkFilter, ${forward}): EventLinkConnection`,
    `whatFollowed(${walk}): Chain`,
    `whatLedTo(${walk}): Chain`,
    'recordedCauses: Int!',
    claims,
    `observations(${forward}): ObservationConnection!`,
    'contentNotes: [ContentNote!]!',
    'image: Image',
    'stories: [Story!]!',
    'sources: [Source!]!',
  ],
  EventPlace: ['place: Place!', 'role: String!', inWords('basis'), 'sources: [Source!]!'],
  Participation: ['actor: Actor!', 'event: Event!', 'role: ActorRole!', 'detail: String'],
  Image: ['url: URL!', inWords('alt'), 'credit: String!', 'license: String!'],
  EventLink: [
    'id: ID!',
    label,
    'from: Event!',
    'to: Event!',
    'type: LinkType!',
    'family: LinkFamily!',
    'evidence: Evidence!',
    inWords('basis'),
    'disputed: Boolean!',
    'qualified: Boolean!',
    claims,
    'sources: [Source!]!',
  ],
  Claim: [
    'id: ID!',
    label,
    'by: Claimant!',
    'stance: Stance!',
    'about: Claimable!',
    inWords('text'),
    'hedge(lang: String): String',
    'saidOn: FuzzyDate',
    'sources: [Source!]!',
  ],
  Claimant: ['Actor', 'Source'],
  Claimable: ['Event', 'EventLink', 'Policy'],
  Policy: [
    'id: ID!',
    label,
    inWords('name'),
    'aliases: [String!]!',
    'policyKind: String!',
    inWords('summary'),
    'languages: [String!]!',
    'jurisdictions: [Place!]!',
    'partOf: Policy',
    'parts: [Policy!]!',
    'changes: [PolicyChange!]!',
    'stateOn(date: Date!): PolicyState!',
    'states: [PolicyState!]!',
    claims,
  ],
  PolicyState: [
    'policy: Policy!',
    'status: PolicyStatus!',
    'from: FuzzyDate',
    'until: FuzzyDate',
    'by: Event',
    'certainty: Certainty!',
    'scope(lang: String): String',
  ],
  PolicyChange: [
    'policy: Policy!',
    'event: Event!',
    'effect: PolicyEffect!',
    'statusAfter: PolicyStatus',
    'effectiveFrom: FuzzyDate',
    'effectiveUntil: FuzzyDate',
    'scope(lang: String): String',
    'basis: String',
    'sources: [Source!]!',
  ],
  Actor: [
    'id: ID!',
    label,
    'name: String!',
    'aliases: [String!]!',
    'actorKind: ActorKind!',
    'country: Place',
    'partOf: Actor',
    'parts: [Actor!]!',
    'offices(on: DateBound): [Office!]!',
    `participations(roles: [ActorRole!], ${forward}): ParticipationConnection!`,
    claims,
  ],
  Office: [
    'title: String!',
    'organization: Actor',
    'from: FuzzyDate',
    'until: FuzzyDate',
    'attested: [Date!]!',
    'certainty: Certainty!',
  ],
  Place: [
    'id: ID!',
    label,
    inWords('name'),
    'aliases: [String!]!',
    'placeKind: PlaceKind!',
    'code: String',
    'within: Place',
    'places: [Place!]!',
  ],
  Source: [
    'id: ID!',
    label,
    'url: URL!',
    'archivedUrl: URL',
    'title: String!',
    'publisher: String',
    'origin: String',
    'language: String',
    'published: FuzzyDate',
    'sourceKind: SourceKind!',
    'note: String',
    `citedBy(kinds: [NodeKind!], ${forward}): NodeConnection!`,
  ],
  Story: [
    'id: ID!',
    label,
    inWords('title'),
    'question(lang: String): String',
    inWords('summary'),
    'steps: [StoryStep!]!',
    'links: [EventLink!]!',
    'contentNotes: [ContentNote!]!',
  ],
  StoryStep: ['event: Event!', inWords('caption'), 'context: Boolean!', 'via: [EventLink!]!'],
  Term: ['id: ID!', 'term: String!', 'definition: String!', 'lang: String!'],
  Metric: [
    'id: ID!',
    label,
    'unit(lang: String): String!',
    'metricKind: MetricKind!',
    'publishers: [String!]!',
    'seriesList: [Series!]!',
    'series(place: ID, nationality: ID, every: Period! = MONTH): Series',
  ],
  Series: [
    'metric: Metric!',
    'place: Place',
    'nationality: Place',
    'every: Period!',
    'observations(from: DateBound, until: DateBound, allReleases: Boolean! = false): [Observation!]!',
    'gaps: [FuzzyDate!]!',
    'breaks: [SeriesBreak!]!',
    'first: Date!',
    'last: Date!',
  ],
  SeriesBreak: ['period: FuzzyDate!', 'kind: BreakKind!', 'note: String!', 'sources: [Source!]!'],
  Observation: [
    'id: ID!',
    label,
    'metric: Metric!',
    'place: Place',
    'nationality: Place',
    'period: FuzzyDate!',
    'value: Float',
    'unit(lang: String): String!',
    'bound: Bound',
    'roundedTo: Float',
    'verification: Verification!',
    'publisher: String',
    'asOf: FuzzyDate',
    'preferred: Boolean!',
    'role: ObservationRole',
    'events: [Event!]!',
    'sources: [Source!]!',
    'note: String',
  ],
  Chain: [
    'start: Event!',
    'steps: [ChainStep!]!',
    'links: [EventLink!]!',
    'loops: [EventLink!]!',
    'paths(to: ID!, first: Int! = 20): PathList',
    'truncated: Truncation',
  ],
  ChainStep: ['event: Event!', 'depth: Int!', 'via: [EventLink!]!', 'evidence: Evidence!'],
  Truncation: ['by: [TruncatedBy!]!', 'atDepth: Int!', 'notFollowed: Int!'],
  Path: [
    'events: [Event!]!',
    'links: [EventLink!]!',
    'evidence: Evidence!',
    'disputed: Boolean!',
    'families: [LinkFamily!]!',
    inWords('inWords'),
  ],
  PathList: ['paths: [Path!]!', 'total: Int!', 'totalIsExact: Boolean!'],
  Timeline: ['items: [TimelineItem!]!', 'lanes: [Lane!]!', 'links: [EventLink!]!', 'total: Int!'],
  Lane: ['id: ID!', label, 'order: Int!'],
  TimelineItem: ['EventItem', 'ClusterItem'],
  EventItem: ['event: Event!', 'lane: ID!', 'from: Date', 'until: Date'],
  ClusterItem: [
    'lane: ID!',
    'from: Date!',
    'until: Date!',
    'count: Int!',
    'kinds: [EventKind!]!',
    `events(${forward}): EventConnection!`,
  ],
  Dataset: [
    'id: ID!',
    'title: String!',
    'description: String!',
    'version: String!',
    'license: String!',
    'citeAs: String!',
    'checksum: String!',
    'engine: String!',
    'counts: [Count!]!',
    'from: Date!',
    'until: Date!',
    'languages: [String!]!',
    'vocabulary(of: VocabularyOf!): [Word!]!',
    'changes(since: String): [DatasetChange!]!',
  ],
  Word: ['word: String!', label, inWords('description'), 'count: Int!'],
  DatasetChange: ['version: String!', 'date: Date!', 'note: String!', 'changedIds: [ID!]!'],
  Count: ['what: String!', 'count: Int!'],
  FuzzyDate: [
    'edtf: String!',
    'earliest: Date',
    'latest: Date',
    'precision: DatePrecision!',
    'uncertain: Boolean!',
    'approximate: Boolean!',
    'basis: DateBasis',
    inWords('text'),
  ],

  PageInfo: ['hasNextPage: Boolean!', 'hasPreviousPage: Boolean!', 'startCursor: String', 'endCursor: String'],
  EventConnection: [...connection('Event'), 'facets(of: [FacetOf!], first: Int): [Facet!]!'],
  EventLinkConnection: connection('EventLink'),
  ClaimConnection: connection('Claim'),
  PolicyConnection: connection('Policy'),
  PolicyStateConnection: connection('PolicyState'),
  ActorConnection: connection('Actor'),
  PlaceConnection: connection('Place'),
  SourceConnection: connection('Source'),
  TermConnection: connection('Term'),
  MetricConnection: connection('Metric'),
  ObservationConnection: connection('Observation'),
  ParticipationConnection: connection('Participation'),
  NodeConnection: connection('Node'),
  EventEdge: edge('Event'),
  EventLinkEdge: edge('EventLink'),
  ClaimEdge: edge('Claim'),
  PolicyEdge: edge('Policy'),
  PolicyStateEdge: edge('PolicyState'),
  ActorEdge: edge('Actor'),
  PlaceEdge: edge('Place'),
  SourceEdge: edge('Source'),
  TermEdge: edge('Term'),
  MetricEdge: edge('Metric'),
  ObservationEdge: edge('Observation'),
  ParticipationEdge: edge('Participation'),
  NodeEdge: edge('Node'),
  Facet: ['of: FacetOf!', 'values: [FacetValue!]!'],
  FacetValue: ['value: String!', label, 'count: Int!'],

  Export: [
    'format: ExportFormat!',
    'mediaType: String!',
    'filename: String!',
    'encoding: Encoding!',
    'body: String!',
    'eventCount: Int!',
    'linkCount: Int!',
    'losses: [Loss!]!',
    'dataset: Dataset!',
  ],
  Loss: ['what: String!', 'count: Int!', inWords('why')],
  ExportSelection: ['events: EventFilter', 'chain: ChainInput', 'story: ID'],
  ChainInput: ['event: ID!', 'direction: Direction! = FORWARD', 'depth: Int! = 3', 'where: LinkFilter'],
  LinkFilter: [
    'families: [LinkFamily!]',
    'types: [LinkType!]',
    'minEvidence: Evidence',
    'disputed: Boolean',
    'claimedBy: [ID!]',
    'sources: [ID!]',
    'from: DateBound',
    'until: DateBound',
    'places: [ID!]',
  ],
  EventFilter: [
    'ids: [ID!]',
    'text: String',
    'kinds: [EventKind!]',
    'places: [ID!]',
    'jurisdictions: [ID!]',
    'affects: [ID!]',
    'placeRoles: [String!]',
    'actors: [ID!]',
    'roles: [ActorRole!]',
    'policies: [ID!]',
    'effects: [PolicyEffect!]',
    'sources: [ID!]',
    'verifications: [Verification!]',
    'stories: [ID!]',
    'withoutContentNotes: [ContentNote!]',
    'from: DateBound',
    'until: DateBound',
    'dateMatch: Certainty! = POSSIBLE',
  ],
  ClaimFilter: [
    'by: [ID!]',
    'about: [ID!]',
    'stances: [Stance!]',
    'sources: [ID!]',
    'from: DateBound',
    'until: DateBound',
  ],
  PolicyFilter: ['text: String', 'policyKinds: [String!]', 'jurisdictions: [ID!]', 'partOf: ID'],
  ActorFilter: [
    'text: String',
    'actorKinds: [ActorKind!]',
    'countries: [ID!]',
    'officeTitle: String',
    'officeOn: DateBound',
  ],
  PlaceFilter: ['placeKinds: [PlaceKind!]', 'within: ID'],
  SourceFilter: [
    'text: String',
    'sourceKinds: [SourceKind!]',
    'publisher: String',
    'from: DateBound',
    'until: DateBound',
  ],
  MetricFilter: ['text: String', 'units: [String!]', 'places: [ID!]'],
  ObservationFilter: [
    'allReleases: Boolean! = false',
    'metrics: [ID!]',
    'places: [ID!]',
    'nationalities: [ID!]',
    'publisher: String',
    'events: [ID!]',
    'sources: [ID!]',
    'from: DateBound',
    'until: DateBound',
  ],

  Comparison: [
    'comparable: Boolean!',
    'problems: [ComparisonProblem!]!',
    'tryInstead: [ComparisonHint!]!',
    'before: Window',
    'after: Window',
    'change: Change',
    'rivals: [Event!]!',
    inWords('caution'),
    'series: Series',
  ],
  ComparisonProblem: ['code: ComparisonProblemCode!', inWords('message')],
  ComparisonHint: ['months: Int', 'every: Period', 'place: Place', 'nationality: Place', inWords('why')],
  Window: [
    'from: Date!',
    'until: Date!',
    'expected: Int!',
    'points: Int!',
    'mean: Float',
    'total: Float',
    'min: Float',
    'max: Float',
  ],
  Change: ['absolute: Float!', 'relative: Float', 'low: Float', 'high: Float', 'method: String!'],
  Lesson: [
    'activity: Activity!',
    'title: String!',
    'minutes: Int!',
    'seed: Int!',
    'events: [Event!]!',
    'sheet: String!',
    'cards: String',
    'key: String!',
    'rubric: String!',
    'plan: String!',
    'glossary: [Term!]!',
    'leftOut: [LessonOmission!]!',
  ],
  LessonOmission: ['event: Event!', 'why: String!'],
  LessonOffer: ['activity: Activity!', 'fits: Boolean!', inWords('why'), 'nearest: Event'],
  LessonSelection: ['chain: ChainInput', 'link: ID', 'story: ID', 'events: [ID!]'],

  EventKind: words(
    'ADMINISTRATIVE_CHANGE AGREEMENT ANNOUNCEMENT COURT_RULING ELECTION EXECUTIVE_ACTION FLOW_SHIFT LEGISLATION LITIGATION OTHER PROTEST REGULATION REPORT STATEMENT',
  ),
  LinkFamily: words('CAUSAL LEGAL TEMPORAL'),
  LinkType: words(
    'CAUSED TRIGGERED ENABLED CONTRIBUTED_TO PROMPTED_RESPONSE INTENDED PREVENTED AMENDED_BY REVERSED_BY IMPLEMENTED_BY CHALLENGED_BY PRECEDED',
  ),
  Evidence: words('DOCUMENTED ASSERTED INFERRED'),
  Stance: words('ASSERTS DISPUTES QUALIFIES DENIES FORECASTS DEMANDS'),
  ActorRole: words('INITIATOR DECIDER SUPPORTER CRITIC CHALLENGER AFFECTED REPORTER SIGNATORY'),
  ActorKind: words('PERSON ORGANIZATION GOVERNMENT AGENCY COURT GROUP'),
  PolicyEffect: words(
    'PROPOSES CALLS_FOR CREATES AMENDS IMPLEMENTS SUSPENDS REINSTATES ENDS CHALLENGES UPHOLDS BLOCKS',
  ),
  PolicyStatus: words('UNKNOWN ANNOUNCED IN_FORCE PARTLY_IN_FORCE SUSPENDED BLOCKED ENDED'),
  Certainty: words('POSSIBLE CERTAIN'),
  Verification: words('VERIFIED SINGLE_SOURCE UNVERIFIED'),
  ContentNote: words('DEATH VIOLENCE SEXUAL_VIOLENCE FAMILY_SEPARATION DETENTION_OF_CHILDREN DISTRESS'),
  DatePrecision: words('DAY MONTH SEASON YEAR DECADE CENTURY INTERVAL'),
  DateBasis: words('STATED INFERRED OUTSIDE EVENT PUBLICATION'),
  Bound: words('EXACT ABOUT MORE_THAN AT_LEAST LESS_THAN NEARLY'),
  MetricKind: words('FLOW STOCK RATE CUMULATIVE LIMIT DAILY_RATE RANK'),
  Period: words('DAY WEEK MONTH QUARTER HALF_YEAR YEAR FISCAL_YEAR OTHER'),
  ObservationRole: words('OUTCOME BASELINE CONTEXT'),
  BreakKind: words('BREAK GAP METHOD UNIT_CHANGE INCOMPLETE'),
  ComparisonProblemCode: words(
    'TOO_FEW_POINTS GAP BREAK MIXED_PERIODS OVERLAPPING_PERIODS LOWER_BOUNDS FUZZY_DATE NO_SERIES',
  ),
  PlaceKind: words('COUNTRY STATE_OR_PROVINCE CITY CROSSING BORDER REGION BODY'),
  SourceKind: words('PRIMARY NEWS NGO SCHOLARLY REFERENCE REPOST'),
  NodeKind: words('EVENT LINK POLICY ACTOR PLACE CLAIM METRIC OBSERVATION SOURCE STORY'),
  LaneBy: words('PLACE POLICY KIND ACTOR NONE'),
  EventOrder: words('DATE DATE_DESC'),
  FacetOf: words('KIND PLACE ACTOR POLICY YEAR VERIFICATION'),
  TruncatedBy: words('DEPTH MAX_EVENTS FAN_OUT'),
  Direction: words('FORWARD BACKWARD'),
  ExportFormat: words(
    'TIMELINEJS VIS_TIMELINE JSON_LD GRAPHML CSV CSV_FLAT CSV_SERIES ICALENDAR MARKDOWN HTML MERMAID',
  ),
  Encoding: words('TEXT BASE64'),
  VocabularyOf: words('POLICY_KIND PLACE_ROLE'),
  Activity: words('SEQUENCE ICEBERG DIAMOND WEIGHING SOURCING WITHOUT_IT'),
};
