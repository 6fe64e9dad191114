import type { Problem } from '../format';
import { type Checked, error, textIn } from './checked';

/** An observation is counted in the unit of its metric. */
export function unitsAreTheMetrics({ rows, byId }: Checked): Problem[] {
  const problems: Problem[] = [];
  for (const row of rows.observations) {
    const metric = byId.get(textIn(row, 'metric') ?? '');
    const unit = textIn(row, 'unit');
    if (metric?.name !== 'metrics' || unit === undefined || metric.row.values.unit === unit) continue;
    problems.push(
      error(row, `unit "${unit}" is not that of "${row.values.metric}". Did you mean "${metric.row.values.unit}"?`),
    );
  }
  return problems;
}
