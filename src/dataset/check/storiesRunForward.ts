import type { Problem } from '../format';
import { type Checked, entriesIn, error } from './checked';

/** A story tells its events in order of date: no step lies wholly before an earlier step. */
export function storiesRunForward({ rows, eventDates }: Checked): Problem[] {
  return rows.stories.flatMap((story) => {
    let latest = { event: '', edtf: '', day: '' };
    return entriesIn(story, 'steps').flatMap(({ event }, position) => {
      const date = eventDates.get(String(event));
      if (date?.latest && date.latest < latest.day) {
        const after = `"${latest.event}" (${latest.edtf})`;
        return error(story, `step ${position + 1} "${event}" (${date.edtf}) lies before an earlier step, ${after}.`);
      }
      if (date?.earliest && date.earliest > latest.day) {
        latest = { event: String(event), edtf: date.edtf, day: date.earliest };
      }
      return [];
    });
  });
}
