import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Engine } from '../src/engine/engine';
import { readSchema } from '../src/server/graphql';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith } from './support/datasets';
import { embedded } from './support/engines';
import { recordingEngine } from './support/recordingEngine';

const schema = buildASTSchema(readSchema());
const fieldsOf = (type: string) => Object.values((schema.getType(type) as GraphQLObjectType).getFields());

let engine: Engine;
beforeAll(async () => {
  engine = await openWith(embedded, northAmericanAsylum);
});
afterAll(() => engine.close());

/** A field with what it shows of the things that it leads to. */
function shown({ name, type, args }: GraphQLField<unknown, unknown>, steps = 1): string {
  if (args.some(isRequiredArgument)) return '';
  const named = getNamedType(type);
  if (!isObjectType(named)) return 'getFields' in named || 'getTypes' in named ? `${name} { __typename }` : name;
  if (steps === 0) return '';
  const inner = Object.values(named.getFields()).map((field) => shown(field, steps - 1));
  return `${name} { __typename ${inner.join(' ')} }`;
}

const chain = (ofEvents: string, ofLinks: string) => `{
  followed: whatFollowed(event: "ca-mexico-visa-lifted-2016", depth: 3) { ...Shown }
  led: whatLedTo(event: "ca-mexico-visa-reimposed-2024", depth: 2) { ...Shown }
  paths(from: "ca-mexico-visa-lifted-2016", to: "ca-mexico-visa-reimposed-2024", depth: 4) {
    paths { events { ...Event } links { ...Link } }
  }
}
fragment Shown on Chain {
  start { ...Event } steps { event { ...Event } via { ...Link } } links { ...Link from { ...Event } } loops { ...Link }
}
fragment Event on Event { __typename ${ofEvents} }
fragment Link on EventLink { __typename ${ofLinks} }`;

/** What is shown, and the same where more is asked for, so that the thing is read whole; that is left out again. */
const bothWays = async (document: (more: string) => string) => {
  const [brief, whole] = [await ask(engine, document('')), await ask(engine, document('more: '))];
  return [brief, JSON.parse(JSON.stringify(whole, (key, value) => (key === 'more' ? undefined : value)))];
};

describe('a walk tells the same whether things are read as far as they are shown or whole', () => {
  const inOtherLanguages = ['title(lang: "fr")', 'label(lang: "es")', 'date { text(lang: "fr") }'];

  test.each([...fieldsOf('Event').flatMap((field) => shown(field) || []), ...inOtherLanguages])(
    'of an event: %s',
    async (field) => {
      const [brief, whole] = await bothWays((more) => chain(`${field} ${more && `${more} summary`}`, 'id'));
      expect(brief).toEqual(whole);
      expect(brief.data.followed.steps.length).toBeGreaterThan(10);
    },
  );
  test.each(fieldsOf('EventLink').flatMap((field) => shown(field) || []))('of a link: %s', async (field) => {
    const [brief, whole] = await bothWays((more) => chain('id', `${field} ${more && `${more} basis`}`));
    expect(brief).toEqual(whole);
    expect(brief.data.followed.links.length).toBeGreaterThan(10);
  });
});

test('a walk reads no more of things than is shown of them', async () => {
  const readFor = async (ofEvents: string, ofLinks: string) => {
    const recording = recordingEngine(engine);
    const query = `{ whatFollowed(event: "ca-mexico-visa-lifted-2016") {
      steps { event { ${ofEvents} } } links { ${ofLinks} from { id } } } }`;
    await ask(recording.engine, query);
    const names = recording.calls.map(({ statement }) => statement);
    const whole = recording.calls.filter(({ statement }) => statement === 'entities-by-id');
    return { names, whole: whole.flatMap(({ params }) => params.keys).length };
  };
  // The start is read whole, to know that it is an event.
  const bare = await readFor('id', 'id');
  expect(bare.whole).toBe(1);
  expect(bare.names).not.toContain('event-in-brief');
  expect(bare.names).toContain('followed-by + part/hops');

  const brief = await readFor('title', 'type disputed');
  expect(brief.whole).toBe(1);
  expect(brief.names.filter((name) => name === 'event-in-brief')).toHaveLength(1);
  expect(brief.names).toContain('followed-by + part/hops-told');

  const whole = await readFor('summary', 'basis');
  expect(whole.whole).toBeGreaterThan(20);
  expect(whole.names).not.toContain('event-in-brief');
});
