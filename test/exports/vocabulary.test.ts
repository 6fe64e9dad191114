import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config';
import type { Engine } from '../../src/engine/engine';
import { openWith, tinyStory } from '../support/datasets';
import { ENGINES, type TestEngine } from '../support/engines';
import { exportOf } from '../support/exports';
import { type Quad, readJsonLd } from '../support/readers';

/** The terms that a vocabulary's own file declares. */
function declaredIn(name: 'schema' | 'prov'): Set<string> {
  const file = join(packageRoot, 'node_modules', '@vocabulary', name, `${name}.nq`);
  const subjects = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => /^<([^>]+)>/.exec(line)?.[1] ?? '');
  // schema.org is one vocabulary under both schemes.
  return new Set(subjects.map((term) => term.replace('http://schema.org/', 'https://schema.org/')));
}

/** The terms of a namespace that a graph uses, as predicates, types and datatypes. */
function used(quads: readonly Quad[], namespace: string): string[] {
  const terms = quads.flatMap(({ predicate, object }) => [
    predicate.value,
    ...(predicate.value.endsWith('#type') || predicate.value.includes('#sub') ? [object.value] : []),
    ...(object.datatype ? [object.datatype.value] : []),
  ]);
  return [...new Set(terms)].filter((term) => term.startsWith(namespace));
}

describe('JSON-LD', () => {
  let engine: Engine;
  let quads: Quad[];
  beforeAll(async () => {
    engine = await openWith(ENGINES[0] as TestEngine, tinyStory);
    quads = await readJsonLd((await exportOf(engine, { events: {} }, 'JSON_LD')).body);
  });
  afterAll(() => engine.close());

  test.each([
    ['https://schema.org/', 'schema', 20],
    ['http://www.w3.org/ns/prov#', 'prov', 8],
  ] as const)('uses no term of %s that is not in its own file', (namespace, name, least) => {
    const terms = used(quads, namespace);
    const declared = declaredIn(name);
    expect(declared.size).toBeGreaterThan(80);
    expect(terms.length).toBeGreaterThanOrEqual(least);
    expect(terms.filter((term) => !declared.has(term))).toEqual([]);
    expect(declared.has(`${namespace}NoSuchTerm`)).toBe(false);
  });

  test('declares every term of its own', () => {
    const namespace = 'urn:policy-timelines:term:';
    const declared = new Set(quads.map(({ subject }) => subject.value).filter((term) => term.startsWith(namespace)));
    expect(used(quads, namespace).filter((term) => !declared.has(term))).toEqual([]);
  });

  test('says of every claim who says so, and of every disputed link who disputes it', () => {
    const of = (type: string) =>
      quads
        .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === type)
        .map(({ subject }) => subject.value);
    const says = (subject: string, ...predicates: string[]) =>
      quads.some((quad) => quad.subject.value === subject && predicates.includes(quad.predicate.value));
    const stance = 'urn:policy-timelines:term:stance';
    const claims = of('https://schema.org/Claim').filter((claim) => says(claim, stance));
    expect(claims.length).toBeGreaterThan(10);
    const anonymous = claims.filter(
      (claim) => !says(claim, 'https://schema.org/author', 'https://schema.org/firstAppearance'),
    );
    expect(anonymous).toEqual([]);
    const disputed = quads
      .filter(
        ({ predicate, object }) => predicate.value === 'urn:policy-timelines:term:disputed' && object.value === 'true',
      )
      .map(({ subject }) => subject.value);
    expect(disputed.length).toBeGreaterThan(0);
    expect(disputed.filter((link) => !says(link, 'urn:policy-timelines:term:disputedBy'))).toEqual([]);
  });
});
