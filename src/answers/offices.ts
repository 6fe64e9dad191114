import { boundDay, dateOf } from './dates';

export type Certainty = 'POSSIBLE' | 'CERTAIN';

/** A post as a data set tells it: EDTF of its beginning and end where known, and days on which somebody is seen in it. */
export interface Tenure {
  from?: string | null;
  until?: string | null;
  attested?: readonly string[] | null;
}

/**
 * Whether the post was held on the whole day, month or year `on`: null when it was not. A post without dates counts on
 * the days it is attested, as POSSIBLE; one whose end is not known goes on being POSSIBLE after its last attested day.
 */
export function officeCertainty({ from, until, attested }: Tenure, on: string | null): Certainty | null {
  if (on === null) return from ? 'CERTAIN' : 'POSSIBLE';
  const first = boundDay(on, 'from') ?? on;
  const last = boundDay(on, 'until') ?? on;
  const seen = [...(attested ?? [])].sort();
  if (!from && !until) return seen.some((day) => day >= first && day <= last) ? 'POSSIBLE' : null;

  const start = from ? dateOf(from) : null;
  const end = until ? dateOf(until) : null;
  if (start?.earliest && start.earliest > last) return null;
  if (end?.latest && end.latest < first) return null;
  const surelyFrom = start?.latest ?? seen[0];
  const surelyUntil = end?.earliest ?? seen.at(-1);
  const isSure = surelyFrom && surelyUntil && surelyFrom <= first && surelyUntil >= last;
  return isSure ? 'CERTAIN' : 'POSSIBLE';
}
