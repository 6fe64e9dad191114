import type { GraphQLFormattedError } from 'graphql';
import { packageRoot } from '../../src/config';
import type { Received } from './send';

/** What no answer may hold: a stack, a path of this machine, a page where JSON is expected. */
export const leaks = new RegExp(
  [packageRoot, 'node_modules', '\\.[jt]s:\\d', '\\n\\s*at ', '<html', '<!doctype'].join('|'),
  'i',
);

/** The errors of an answer that holds nothing else, in the one form that every refusal has. */
export function refusalOf({ headers, text }: Received): readonly GraphQLFormattedError[] {
  expect(headers['content-type']).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(text).not.toMatch(leaks);
  const answer = JSON.parse(text);
  expect(Object.keys(answer)).toEqual(['errors']);
  for (const { message, extensions } of answer.errors) {
    expect(message).toEqual(expect.any(String));
    expect(extensions).toEqual(expect.objectContaining({ code: expect.any(String) }));
  }
  return answer.errors;
}

/** Expects one error with this status and code, and gives its words. */
export function expectRefusal(received: Received, status: number, code: string): string {
  const errors = refusalOf(received);
  expect({ status: received.status, codes: errors.map(({ extensions }) => extensions?.code) }).toEqual({
    status,
    codes: [code],
  });
  return errors[0]?.message ?? '';
}
