import { seriesKey } from '../defaults';
import type { Problem, Row } from '../format';
import { type Checked, error, placeOf } from './checked';

/** Where several releases give a number for the same thing and period, exactly one of them is preferred. */
export function onePreferredValue({ rows }: Checked): Problem[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows.observations) {
    const key = seriesKey(row.values);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const problems: Problem[] = [];
  for (const group of groups.values()) {
    const [first, second] = group;
    if (first === undefined || second === undefined) continue;
    const [preferred, ...more] = group.filter(({ values }) => values.preferred === true);
    if (preferred === undefined) {
      const others = group.slice(1).map(placeOf).join(', ');
      problems.push(
        error(
          first,
          `gives the same metric, place, nationality and period as ${others}: set preferred to true for the one to draw.`,
        ),
      );
    }
    for (const row of more) {
      problems.push(
        error(
          row,
          `is preferred, but so is ${placeOf(preferred ?? first)} for the same metric, place, nationality and period.`,
        ),
      );
    }
  }
  return problems;
}
