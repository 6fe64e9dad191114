import { fileNames, type Problem } from '../format';
import { type Checked, error } from './checked';

/** A `source_title` names the page at a `source_url`: a title alone cannot be looked up. */
export function sourceTitlesHaveAnAddress({ rows }: Checked): Problem[] {
  // Where both are given, reading has made a source of them and taken them out of the row.
  return fileNames
    .flatMap((name) => rows[name])
    .filter(({ values }) => values.source_title !== undefined)
    .map((row) => error(row, `source_title "${row.values.source_title}" has no source_url beside it.`));
}
