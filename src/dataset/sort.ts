import { sortKey } from '../answers/dates';
import type { Row } from './format';

/** What an event or a claim is ordered by: its EDTF, and the day that its row names beside it. */
export function sortOf({ edtf, date }: Row['values']): string {
  return sortKey(String(edtf), date === edtf ? null : (date as string | undefined));
}
