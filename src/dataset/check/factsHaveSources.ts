import { fileNames, formats, type Problem } from '../format';
import { type Checked, textsIn, warning } from './checked';

/** Every fact says where it can be read. */
export function factsHaveSources({ rows }: Checked): Problem[] {
  return fileNames
    .filter((name) => Object.hasOwn(formats[name].columns, 'sources'))
    .flatMap((name) => rows[name])
    .filter((row) => textsIn(row, 'sources').length === 0)
    .map((row) => warning(row, 'has no source.'));
}
