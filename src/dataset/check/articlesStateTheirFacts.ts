import { type FileName, fileNames, formats, type Problem, type Row } from '../format';
import { type Checked, error, textIn, textsIn } from './checked';

/**
 * A row that cites an article `seed-NNN` says in `seedRows` what it takes from that article, such as `A2-E05` for
 * `seed-002` or `X06` for what several articles state together; a claim may leave that to what it is about, a place's
 * part to its event. So nothing that an article does not state is credited to it.
 */
export function articlesStateTheirFacts({ rows, byId }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const name of filesWithSeedRows) {
    for (const row of rows[name]) {
      for (const source of textsIn(row, 'sources')) {
        if (!source.startsWith('seed-')) continue;
        const number = /^seed-(\d+)$/.exec(source)?.[1];
        if (number === undefined) continue;
        const prefix = `A${Number(number)}-`;
        const subject = byId.get(subjectOf(name, row) ?? '')?.row;
        const stated = [...textsIn(row, 'seedRows'), ...(subject ? textsIn(subject, 'seedRows') : [])];
        if (stated.some((seedRow) => seedRow.startsWith(prefix) || shared.test(seedRow))) continue;
        problems.push(
          error(row, `cites "${source}", but seedRows names nothing that this article states (${prefix}…).`),
        );
      }
    }
  }
  return problems;
}

const filesWithSeedRows = fileNames.filter(
  (name) => Object.hasOwn(formats[name].columns, 'seedRows') && Object.hasOwn(formats[name].columns, 'sources'),
);

const shared = /^X\d/;

function subjectOf(name: FileName, row: Row): string | undefined {
  if (name === 'claims') return textIn(row, 'about');
  return name === 'event-places' ? textIn(row, 'event') : undefined;
}
