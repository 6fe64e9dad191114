import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { slug } from './slug';

/**
 * Writes a data set to begin with: two made-up events, a link between them and a claim about it, with a README that
 * explains the files. Gives the names of the files. Throws, with a message for the reader, where something stands already.
 */
export function writeTemplate(folder: string): string[] {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty: nothing was written. Name a folder that does not exist yet.`);
  }
  mkdirSync(folder, { recursive: true });
  const files = templateOf(slug(basename(resolve(folder))) || 'my-timeline');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Object.keys(files);
}

function templateOf(id: string): Record<string, string> {
  const title = 'A timeline of my own';
  const head = {
    id,
    title,
    description: 'What it is about, for whom, and where the facts are from, in a few sentences.',
    version: '0.1.0',
    license: 'CC-BY-4.0',
    citeAs: `${title}. Version 0.1.0. CC BY 4.0.`,
    language: 'en',
  };
  return {
    'dataset.json': `${JSON.stringify(head, null, 2)}\n`,
    'events.csv': table(
      ['title', 'date', 'summary', 'kind', 'source_url', 'source_title'],
      [
        'The library opens on Sundays',
        '2024-03',
        'The town opens its library on Sundays, at first for half a year.',
        'ADMINISTRATIVE_CHANGE',
        'https://example.org/sundays',
        'Library to open on Sundays',
      ],
      [
        'More people come to the library',
        '2024',
        'The library counts more visitors than in the year before.',
        'REPORT',
        'https://example.org/visitors',
        'Visitors of the library in 2024',
      ],
    ),
    'links.csv': table(
      ['from', 'to', 'type', 'evidence', 'basis', 'source_url'],
      [
        'the-library-opens-on-sundays',
        'more-people-come-to-the-library',
        'CONTRIBUTED_TO',
        'ASSERTED',
        'The report says that many of the new visitors came on a Sunday.',
        'https://example.org/visitors',
      ],
    ),
    'claims.csv': table(
      ['by', 'stance', 'about', 'text', 'source_url'],
      [
        'visitors-of-the-library-in-2024',
        'ASSERTS',
        'the-library-opens-on-sundays--contributed_to--more-people-come-to-the-library',
        'Sundays brought many of the new visitors.',
        'https://example.org/visitors',
      ],
    ),
    'README.md': readme,
  };
}

const table = (...rows: string[][]): string => rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const readme = `# A timeline of my own

Nothing in these files is true yet: they are here to be written over, in a spreadsheet or any editor.

| file | one row is | columns |
|---|---|---|
| \`events.csv\` | something that happened | \`title\`; \`date\`; \`summary\`; \`kind\`; \`source_url\` and \`source_title\`: where it can be read |
| \`links.csv\` | what followed | \`from\` and \`to\`: the ids of two events; \`type\`; \`evidence\`; \`basis\`: why you draw it; a source |
| \`claims.csv\` | who says so, and who disagrees | \`by\`: the id of an actor or a source; \`stance\`; \`about\`: the id of a link or an event; \`text\`; a source |
| \`dataset.json\` | | what the whole is called, its version, its licence and how to cite it |

Only \`events.csv\` is needed, and in it only \`title\` and \`date\`. Without links it is a timeline, with them a graph.

- **Dates** are as exact as you know them: \`2024\`, \`2024-03\`, \`2024-03-09\`, \`2024~\` for about, \`2024-03/2024-09\` from one to the other, \`2024-03/..\` since then. \`Dec 2016\` is understood; \`03/04/2016\` is not, since it has two readings.
- **Ids** come from titles: "The library opens on Sundays" is \`the-library-opens-on-sundays\`. A link is \`from--type--to\`. To keep an id when a title changes, write the ids into the files: \`npm run check -- <this folder> --write-ids\`.
- **Kinds** of events: ADMINISTRATIVE_CHANGE, AGREEMENT, ANNOUNCEMENT, COURT_RULING, ELECTION, EXECUTIVE_ACTION, FLOW_SHIFT (a change in numbers), LEGISLATION, LITIGATION, PROTEST, REGULATION, REPORT, STATEMENT, OTHER.
- **Types** of links: CAUSED, TRIGGERED, ENABLED, CONTRIBUTED_TO, PROMPTED_RESPONSE, INTENDED and PREVENTED speak of causes; AMENDED_BY, REVERSED_BY, IMPLEMENTED_BY and CHALLENGED_BY of law; PRECEDED only of order in time.
- **Evidence**: DOCUMENTED (the decision itself says so), ASSERTED (somebody says so: write the claim), INFERRED (nobody is known to say so).
- **Stances** of claims: ASSERTS, DISPUTES, DENIES, QUALIFIES, FORECASTS, DEMANDS.

More columns and files (actors, places, policies, numbers, stories, a glossary, translations) are shown by the data set \`seeds/tiny-story\` and its README.

1. \`npm run check -- <this folder>\` names everything that is wrong at once, with file, line and the nearest right thing. An error must be mended; a warning asks whether you meant it.
2. \`npm start -- --data <this folder>\` serves it: the page, the playground, the exports and the lessons.
`;
