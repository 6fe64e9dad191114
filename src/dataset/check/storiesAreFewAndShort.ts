import type { Problem } from '../format';
import { type Checked, entriesIn, error } from './checked';

/** Most stories of a data set, and most steps of a story: both are given whole and not by pages. */
const most = 200;

/** The stories, and the steps of each, are few enough to be given whole. */
export function storiesAreFewAndShort({ rows: { stories } }: Checked): Problem[] {
  const [tooMany] = stories.slice(most);
  const few = tooMany ? [error(tooMany, `is story ${most + 1} of ${stories.length}: there may be ${most}.`)] : [];
  const long = stories.flatMap((story) => {
    const { length } = entriesIn(story, 'steps');
    return length > most ? error(story, `has ${length} steps, but a story may have ${most}.`) : [];
  });
  return [...few, ...long];
}
