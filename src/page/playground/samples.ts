/** A documented query; its first comment lines are its documentation. */
export type Sample = {
  name: string;
  title: string;
  group: string;
  query: string;
  variables?: Record<string, unknown> | null;
};

export type Samples = { all: Sample[]; first: Sample; problem: string | null };

export async function loadSamples(): Promise<Samples> {
  try {
    const response = await fetch('/playground/samples.json', { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const all = (await response.json()) as Sample[]; // the promise of this server's own route
    return { all, first: all.find(({ name }) => name === 'what-followed') ?? all[0] ?? builtIn, problem: null };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return { all: [builtIn], first: builtIn, problem: `The list of samples could not be loaded (${why}).` };
  }
}

export const variablesText = ({ variables }: Sample): string => (variables ? JSON.stringify(variables, null, 2) : '');

/** A text cut at its backticks: what stands between two of them is code. */
export const piecesOf = (text: string): { text: string; isCode: boolean }[] =>
  text.split('`').map((piece, at) => ({ text: piece, isCode: at % 2 === 1 }));

/** What a sample's comment says beyond its title, as far as the first full stop. */
export function firstSentence({ title, query }: Sample): string {
  const comment = /^(?:\s*#.*\n)*/.exec(query)?.[0] ?? '';
  const text = comment.replace(/^\s*#/gm, '').replace(/\s+/g, ' ').trim();
  const beyond = text.startsWith(title) ? text.slice(title.length).replace(/^[.?!]?\s*/, '') : text;
  return /^.*?[.?!](?=\s|$)/.exec(beyond)?.[0] ?? beyond;
}

export function groupSamples(samples: Sample[]): Map<string, Sample[]> {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) groups.set(sample.group, [...(groups.get(sample.group) ?? []), sample]);
  return groups;
}

const builtIn: Sample = {
  name: 'what-followed',
  title: 'What followed the lifting of the visa?',
  group: 'Chains',
  query: `# What followed when Canada lifted its visa for Mexicans in 2016?
query WhatFollowed {
  whatFollowed(event: "ca-mexico-visa-lifted-2016") {
    steps {
      depth
      evidence
      event {
        title
        date {
          text
        }
      }
    }
  }
}
`,
};
