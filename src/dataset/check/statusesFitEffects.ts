import type { Problem } from '../format';
import { type Checked, error } from './checked';
import { type Lived, livesOf, statusBefore } from './lives';

/**
 * A policy does not stand, after an event, as that event cannot have left it: ended and yet in force, suspended and yet
 * in force, brought back and yet ended. A plan or a call leaves it as it stood. Without `statusAfter` any effect will do,
 * since an end or a ruling may come to nothing.
 */
export function statusesFitEffects(checked: Checked): Problem[] {
  return [...livesOf(checked)].flatMap(([policy, life]) =>
    life.flatMap((change) => {
      const { effect, row, statusAfter } = change;
      if (!statusAfter || !contradicts(life, change)) return [];
      return [
        error(
          row,
          `${effect} "${policy}", but statusAfter says "${statusAfter}". Leave statusAfter out where the event left the policy as it was.`,
        ),
      ];
    }),
  );
}

function contradicts(life: readonly Lived[], change: Lived): boolean {
  const { effect, statusAfter } = change;
  if (impossible[effect]?.includes(statusAfter ?? '')) return true;
  if (effect !== 'CALLS_FOR' && (effect !== 'PROPOSES' || statusAfter === 'ANNOUNCED')) return false;
  const before = statusBefore(life, change);
  return before !== null && before !== statusAfter;
}

const impossible: Readonly<Record<string, readonly string[]>> = {
  CREATES: ['ENDED'],
  IMPLEMENTS: ['SUSPENDED', 'BLOCKED'],
  SUSPENDS: ['IN_FORCE', 'ENDED'],
  BLOCKS: ['IN_FORCE'],
  REINSTATES: ['SUSPENDED', 'BLOCKED', 'ENDED'],
  ENDS: ['ANNOUNCED', 'IN_FORCE'],
};
