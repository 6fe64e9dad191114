import type { Problem } from '../format';
import { type Checked, entriesIn, error, textIn, warning } from './checked';

/**
 * A step of a story follows from an earlier one by a link, or says that it is context. It is an error to do neither: the
 * step would be shown as if it followed. The mark beside a link only warns, since the link is shown and the mark is not.
 */
export function storyStepsAreJoined({ rows, isWhole }: Checked): Problem[] {
  if (!isWhole(['links'])) return [];
  const linked = new Set(rows.links.map((row) => `${textIn(row, 'from')} ${textIn(row, 'to')}`));
  return rows.stories.flatMap((story) =>
    entriesIn(story, 'steps').flatMap(({ event, context }, position, steps) => {
      if (position === 0) return [];
      const joined = steps.slice(0, position).find((earlier) => linked.has(`${earlier.event} ${event}`));
      const step = `step ${position + 1} "${event}"`;
      if (joined === undefined && context !== true) {
        return error(
          story,
          `${step} is joined to no earlier step by a link. Add the link, or mark the step as context.`,
        );
      }
      if (joined !== undefined && context === true) {
        return warning(
          story,
          `${step} is marked as context, but a link leads to it from "${joined.event}". Take the mark away.`,
        );
      }
      return [];
    }),
  );
}
