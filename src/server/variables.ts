import { badUserInput, type CallerError } from '../errors';

/** Deepest nesting of lists and objects in the value of a variable; filters need three. */
const deepest = 10;

/** What is wrong with variables before any type is looked at; null where nothing is. */
export function faultOfVariables(variables: unknown): CallerError | null {
  for (const [name, value] of Object.entries(variables ?? {})) {
    const words = faultOf(value);
    if (words) return badUserInput(`Variable "$${name.slice(0, 60)}" ${words}.`);
  }
  return null;
}

/** Level by level, as what is sent may nest deeper than the stack. */
function faultOf(value: unknown): string | null {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return `nests deeper than ${deepest} levels`;
    if (level.some((one) => typeof one === 'string' && /\p{Surrogate}/u.test(one))) {
      return 'holds half of a sign that is made of two (a lone surrogate), which no text can';
    }
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return null;
}
