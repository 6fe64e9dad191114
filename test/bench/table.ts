import type { Pair, Work } from './work';

/** What one contestant did in one round: the median time of a request in milliseconds, or answers in a second. */
export type Round = Readonly<Record<string, number>>;

export interface Measured {
  work: string;
  unit: Work['unit'];
  rounds: Round[];
  ratios: Ratio[];
}

/** How many times as fast ours was: the median of the rounds, the lowest and the highest. */
export interface Ratio extends Pair {
  oursValue: number;
  peerValue: number;
  median: number;
  lowest: number;
  highest: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}

/** Compares round by round, so that what slows the machine down for a while slows both. */
export function measuredOf({ name, unit, pairs }: Work, rounds: Round[]): Measured {
  const ratios = pairs.flatMap((pair): Ratio[] => {
    const both = rounds.flatMap((round) => {
      const [oursValue, peerValue] = [round[pair.ours], round[pair.peer]];
      return oursValue === undefined || peerValue === undefined ? [] : { oursValue, peerValue };
    });
    if (both.length === 0) return [];
    const ratios = both.map(({ oursValue, peerValue }) =>
      unit === 'ms' ? peerValue / oursValue : oursValue / peerValue,
    );
    return [
      {
        ...pair,
        oursValue: median(both.map(({ oursValue }) => oursValue)),
        peerValue: median(both.map(({ peerValue }) => peerValue)),
        median: median(ratios),
        lowest: Math.min(...ratios),
        highest: Math.max(...ratios),
      },
    ];
  });
  return { work: name, unit, rounds, ratios };
}

/** A number with three digits that count. */
const short = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3));
const times = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));

const verdict = ({ bar, median }: Ratio) => (bar === null ? '' : `≥ ${bar}: ${median >= bar ? 'met' : 'missed'}`);

/** The rows of a work for a table in Markdown. */
export function rowsOf({ work, unit, ratios }: Measured): string[] {
  return ratios.map((ratio) => {
    const said = (value: number) => (unit === 'ms' ? `${short(value)} ms` : `${short(value)}/s`);
    const cells = [
      work,
      `${ratio.ours}: ${said(ratio.oursValue)}`,
      `${ratio.peer}: ${said(ratio.peerValue)}`,
      `${times(ratio.median)} (${times(ratio.lowest)} to ${times(ratio.highest)})`,
      verdict(ratio),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

export const tableHead = ['| Work | Ours | Beside | Times as fast (range) | Bar |', '|---|---|---|--:|---|'];
