import { getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Ask } from './askSelf';
import { promisedSchema } from './graphql';
import type { Sample } from './samples';

/**
 * The samples that the data set has an answer to: those that name no id, or one at least that exists, and that are
 * answered without an error. The one to open with, where it does not fit, asks about the first event that something is
 * said to have followed.
 */
export async function fittingSamples(samples: readonly Sample[], ask: Ask): Promise<Sample[]> {
  const named = samples.map((sample) => ({ sample, ...textsIn(sample.query) }));
  const ids = [...new Set(named.flatMap((one) => one.ids))];
  const { nodes } = await ask<{ nodes: (object | null)[] }>(idsQuestion, { ids });
  const missing = new Set(ids.filter((_, at) => nodes[at] === null));
  const fitting: Sample[] = [];
  for (const { sample, ids: needed, words } of named) {
    const known = needed.filter((id) => !missing.has(id));
    // A documented question may ask for what there is not, beside what there is.
    const isSure = known.length === needed.length && words.length === 0;
    const fits = (needed.length === 0 || known.length > 0) && (isSure || (await isAnswered(sample, ask)));
    const own = fits ? sample : sample === samples[0] ? await aboutOwnEvent(sample, ask) : null;
    if (own) fitting.push(own);
  }
  return fitting;
}

const idsQuestion = `# Which of these ids there are
query Ids($ids: [ID!]!) { nodes(ids: $ids) { id } }`;

const startQuestion = `# An event that something is said to have followed
query Start { links(first: 1) { nodes { from { id title } } } }`;

interface Started {
  links: { nodes: { from: { id: string; title: string } }[] };
}

/** The texts that a query names: ids, and others such as words of the data set's own. */
function textsIn(query: string): { ids: string[]; words: string[] } {
  const types = new TypeInfo(promisedSchema());
  const found = { ids: [] as string[], words: [] as string[] };
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      StringValue({ value }) {
        const type = types.getInputType();
        const name = type && getNamedType(type).name;
        if (name === 'ID') found.ids.push(value);
        else if (name === 'String') found.words.push(value);
      },
    }),
  );
  return found;
}

const isAnswered = (sample: Sample, ask: Ask): Promise<boolean> =>
  ask(sample.query, {}).then(
    () => true,
    () => false,
  );

async function aboutOwnEvent(sample: Sample, ask: Ask): Promise<Sample | null> {
  const { links } = await ask<Started>(startQuestion, {});
  const [start] = links.nodes.map(({ from }) => from);
  if (!start) return null;
  const title = `What followed “${start.title.replaceAll(/\s+/g, ' ')}”?`;
  // The first text in it is the id that it asks about, the first line its title.
  const query = sample.query.replace(/^#.*/, () => `# ${title}`).replace(/"[^"]*"/, () => JSON.stringify(start.id));
  return { ...sample, title, query };
}
