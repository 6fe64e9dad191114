import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { boundDay, dateOf, dateText, isDay } from '../answers/dates';
import { badUserInput } from '../errors';
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

const textScalar = (name: string, expected: string, accepts: (text: string) => boolean) => {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw refusal(typeof value === 'string', JSON.stringify(value));
  };
  const refusal = (quoted: boolean, got: string | undefined) =>
    badUserInput(`${name} is ${quoted ? '' : 'written in quotes: '}${expected}, but got: ${got?.slice(0, 60)}.`);
  return new GraphQLScalarType({
    name,
    serialize: (value) => value,
    parseValue: check,
    parseLiteral: (node: ValueNode) => {
      if (node.kind === Kind.STRING) return check(node.value);
      throw refusal(false, print(node));
    },
  });
};

export const scalars = {
  Date: textScalar('Date', 'a day that exists, as YYYY-MM-DD', isDay),
  DateBound: textScalar('DateBound', 'a day, a month or a year that exists, as 2016-12-01, 2016-12 or 2016', (text) =>
    Boolean(boundDay(text, 'from')),
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
