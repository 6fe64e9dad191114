import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config';

/** A documented query of the playground: a file of test/queries, so that each is also a test. */
export interface Sample {
  name: string;
  title: string;
  group: string;
  query: string;
}

/**
 * The documented samples: the files whose leading comment has a line `# sample: <group>`. The comment's first line is
 * the title. They are ordered by group as `groups` has them, then by name, the one to open with before all.
 */
export function readSamples(folder = join(packageRoot, 'test', 'queries')): Sample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .flatMap((file) => sampleOf(file.slice(0, -'.graphql'.length), readFileSync(join(folder, file), 'utf8')) ?? [])
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.name < b.name ? -1 : 1));
}

/** The sample that the playground opens with. */
const first = 'what-followed';

/** What a person may want to know, in the order in which the playground offers it. */
export const groups = [
  'What followed, and what led to it',
  'Find events',
  'Who says so, and who disputes it',
  'Policies, actors and places',
  'Stories and lessons',
  'Numbers',
  'Timelines',
  'Take it with you',
  'Sources and the data set',
] as const;

const placeOf = ({ name, group }: Sample): number =>
  name === first ? -1 : (groups as readonly string[]).indexOf(group);

function sampleOf(name: string, text: string): Sample | null {
  const comment = (/^(?:#.*\n)+/.exec(text)?.[0] ?? '').split('\n').map((line) => line.replace(/^#\s?/, ''));
  const group = comment.find((line) => line.startsWith('sample: '))?.slice('sample: '.length);
  if (group === undefined) return null;
  // The mark is for us; the reader of the query needs only what it says.
  const query = text.replace(/^#\s?sample: .*\n/m, '');
  return { name, title: comment[0] ?? name, group, query };
}
