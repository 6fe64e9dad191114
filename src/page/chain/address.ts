import type { Address, Changes } from '../address';

export const families = ['CAUSAL', 'LEGAL', 'TEMPORAL'] as const;
export const evidences = ['INFERRED', 'ASSERTED', 'DOCUMENTED'] as const;
export const mostDepth = 6;
export const usualDepth = 2;

export type Mode = 'chain' | 'paths' | 'causes' | 'compare';

/** What the address asks of the chain; whatever it does not say, or says in a way that means nothing, is as usual. */
export type Asked = {
  mode: Mode;
  start: string | null;
  back: boolean;
  depth: number;
  /** The least evidence; null takes every link. */
  evidence: string | null;
  families: string[];
  withoutDisputed: boolean;
  /** The other event of paths and of a comparison. */
  to: string | null;
  with: string | null;
};

export function askedIn(address: Address): Asked {
  const depth = Number(address.depth);
  const named = address.families?.split(',').filter((name) => (families as readonly string[]).includes(name)) ?? [];
  return {
    mode: modeOf(address),
    start: address.start ?? null,
    back: address.direction === 'back',
    depth: Number.isInteger(depth) && depth >= 1 && depth <= mostDepth ? depth : usualDepth,
    evidence: evidences.find((known) => known === address.evidence && known !== 'INFERRED') ?? null,
    families: named.length > 0 ? named : [...families],
    withoutDisputed: address.disputed === 'without',
    to: address.to ?? null,
    with: address.with ?? null,
  };
}

function modeOf({ show, to, with: other }: Address): Mode {
  if (show === 'causes') return 'causes';
  if (show === 'compare' || other) return 'compare';
  return show === 'paths' || to ? 'paths' : 'chain';
}

/** Leads to another of the four ways to look; what the others need goes. */
export const toMode = (mode: Mode): Changes => ({
  show: mode === 'chain' ? null : mode,
  to: null,
  with: null,
  event: null,
  link: null,
});

/** The filter as the API takes it; only what differs from "every link". */
export function filterOf({ evidence, families: chosen, withoutDisputed }: Asked): Record<string, unknown> | null {
  const where = {
    ...(evidence && { minEvidence: evidence }),
    ...(chosen.length < families.length && { families: chosen }),
    ...(withoutDisputed && { disputed: false }),
  };
  return Object.keys(where).length > 0 ? where : null;
}
