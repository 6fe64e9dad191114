import type { Problem } from '../format';
import { type Checked, entriesIn, error } from './checked';

/** A story tells each of its events in one step, so that a caption and its translations belong to the event. */
export function storiesTellAnEventOnce({ rows }: Checked): Problem[] {
  return rows.stories.flatMap((story) => {
    const events = entriesIn(story, 'steps').map(({ event }) => event);
    const again = events.flatMap((event, position) => (events.indexOf(event) < position ? { event, position } : []));
    return again.map(({ event, position }) =>
      error(story, `step ${position + 1} tells "${event}" again, after step ${events.indexOf(event) + 1}. Keep one.`),
    );
  });
}
