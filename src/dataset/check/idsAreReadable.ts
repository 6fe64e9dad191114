import type { Problem } from '../format';
import { slug } from '../slug';
import { type Checked, error } from './checked';

/** An id can stand in an address as it is: letters, digits and `. _ ~ -`, a letter or digit first. */
export function idsAreReadable({ byId }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const [id, { row }] of byId) {
    if (readable.test(id)) continue;
    const meant = slug(id);
    const advice = meant === '' ? '' : ` Did you mean "${meant}"?`;
    problems.push(
      error(
        row,
        `id "${id}" must hold only letters from a to z, digits and . _ ~ -, a letter or digit first.${advice}`,
      ),
    );
  }
  return problems;
}

const readable = /^[A-Za-z0-9][A-Za-z0-9._~-]*$/;
