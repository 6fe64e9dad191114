import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { boundDay, dateOf, dateText, isDay } from '../answers/dates';
import { guessEdtf } from '../answers/edtfGuess';
import { badUserInput, didYouMean } from '../errors';
import type { Context } from '../server/context';
import { type LangArgument, languageOf } from './language';

/** A date as it is stored; what its fields say is read off its EDTF. */
export interface StoredDate {
  edtf: string;
  basis: string | null;
}

/** A stored EDTF as a FuzzyDate; null where there is none. */
export const fuzzyDate = (edtf: unknown, basis: unknown = null): StoredDate | null =>
  typeof edtf === 'string' ? { edtf, basis: typeof basis === 'string' ? basis : null } : null;

const nothing = (): string[] => [];

/** A text that is refused unless it is `accepts`; `guess` tells what another spelling may stand for. */
const textScalar = (
  name: string,
  expected: string,
  accepts: (text: string) => boolean,
  guess: (text: string) => string[] = nothing,
) => {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw refusal(typeof value === 'string', String(value), JSON.stringify(value));
  };
  const refusal = (quoted: boolean, text: string, got: string | undefined) => {
    const nearest = guess(text).filter(accepts);
    const said = `${name} is ${quoted ? '' : 'written in quotes: '}${expected}, but got: ${got?.slice(0, 60)}.`;
    return badUserInput(`${said}${didYouMean(nearest)}`, nearest.length > 0 ? { nearest } : {});
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return check(node.value);
      throw refusal(false, print(node), print(node));
    },
  });
};

export const scalars = {
  Date: textScalar('Date', 'a day that exists, as YYYY-MM-DD', isDay, guessEdtf),
  DateBound: textScalar(
    'DateBound',
    'a day, a month or a year that exists, as 2016-12-01, 2016-12 or 2016',
    (text) => Boolean(boundDay(text, 'from')),
    guessEdtf,
  ),
  URL: textScalar('URL', 'an address that begins with https:// or http://', (text) => /^https?:\/\/\S+$/.test(text)),
  FuzzyDate: {
    earliest: ({ edtf }: StoredDate) => dateOf(edtf).earliest,
    latest: ({ edtf }: StoredDate) => dateOf(edtf).latest,
    precision: ({ edtf }: StoredDate) => dateOf(edtf).precision,
    uncertain: ({ edtf }: StoredDate) => dateOf(edtf).uncertain,
    approximate: ({ edtf }: StoredDate) => dateOf(edtf).approximate,
    text: ({ edtf }: StoredDate, args: LangArgument, context: Context) => dateText(edtf, languageOf(args, context)),
  },
};
