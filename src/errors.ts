import { distance } from 'fastest-levenshtein';

/**
 * Every code an answer's `errors[].extensions.code` may bear, with the HTTP status for when nothing else was answered.
 * Apollo adds its own for documents it cannot read: GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_REQUEST.
 */
export const errorCodes = {
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  DEPTH_LIMIT: 400,
  QUERY_TOO_COMPLEX: 400,
  REQUEST_CANCELLED: 400,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL_SERVER_ERROR: 500,
  DATABASE_FAILED: 500,
  DATABASE_UNAVAILABLE: 503,
  DATABASE_IMPORTING: 503,
  DATABASE_TIMEOUT: 503,
  OVERLOADED: 503,
  REQUEST_TIMEOUT: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An error whose message is meant for the caller. graphql-js carries `extensions` over by itself. */
export class CallerError extends Error {
  readonly extensions: { code: ErrorCode; [detail: string]: unknown };

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CallerError';
    this.extensions = { ...details, code };
  }
}

export const badUserInput = (message: string, details?: Record<string, unknown>) =>
  new CallerError('BAD_USER_INPUT', message, details);

/** A message a person at the command line should read without a stack trace. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The known words closest to a wrong one, by letters or by their parts, the closest first; none when nothing is near. */
export function nearest(wrong: string, known: Iterable<string>, count = 3): string[] {
  const folded = wrong.toLowerCase();
  const limit = Math.max(2, Math.floor(wrong.length * 0.4));
  const parts = [...new Set(folded.split(partBorder).filter(Boolean))];
  const scored: { word: string; score: number; unlike: number }[] = [];
  for (const word of known) {
    const candidate = word.toLowerCase();
    const contains = folded.length > 3 && (candidate.includes(folded) || folded.includes(candidate));
    const unlike = distance(folded, candidate);
    // A letter too many or too few is as near as the same part beside others.
    const byLetters = !contains ? unlike : unlike === 1 ? 0.5 : Math.min(limit, unlike);
    const score = Math.min(byLetters <= limit ? byLetters : Number.POSITIVE_INFINITY, byParts(parts, candidate, limit));
    if (score < Number.POSITIVE_INFINITY) scored.push({ word, score, unlike });
  }
  const near = scored.filter(({ score }) => score <= limit);
  return (near.length > 0 ? near : scored)
    .sort((a, b) => a.score - b.score || a.unlike - b.unlike || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word);
}

const partBorder = /[-_\s]+/;

/**
 * How far a word is by its parts, in whatever order: nearer than one wrong letter where it has all that were asked for,
 * too far to stand beside such words where it has but most of them. The beginning of a part counts half.
 */
function byParts(parts: readonly string[], candidate: string, limit: number): number {
  const held = `-${candidate.split(partBorder).join('-')}-`;
  const whole = parts.filter((part) => held.includes(`-${part}-`)).length;
  if (whole === 0) return Number.POSITIVE_INFINITY;
  if (whole === parts.length) return 0.5;
  const begun = parts.filter((part) => part.length >= 3 && !held.includes(`-${part}-`) && held.includes(`-${part}`));
  const share = (whole + begun.length / 2) / parts.length;
  return whole >= 2 && share >= 0.6 ? limit + 1 - share : Number.POSITIVE_INFINITY;
}

/** The known words nearest to a wrong one, and a sentence with its leading space: of those, or of all where none is near. */
export function offer(wrong: string, known: readonly string[]): { near: string[]; sentence: string } {
  const near = nearest(wrong, known);
  const sentence = near.length > 0 ? didYouMean(near) : ` There is: ${known.join(', ') || 'none'}.`;
  return { near, sentence };
}

/** ` Did you mean "a" or "b"?`, with its leading space, or nothing when no known word is near. */
export function didYouMean(words: string[]): string {
  if (words.length === 0) return '';
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop();
  return ` Did you mean ${quoted.length > 0 ? `${quoted.join(', ')} or ` : ''}${last}?`;
}
