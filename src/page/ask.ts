import type { ExecutionResult } from 'graphql';

export type Question = { query: string; variables?: unknown; operationName?: string | null };

/** Posts a question to this server. An answer with `errors` is an answer; only no answer at all throws. */
export async function ask({ query, variables, operationName }: Question): Promise<ExecutionResult> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify({ query, variables, operationName }),
  }).catch((cause: unknown) => {
    throw new Error('The server cannot be reached. Is it still running?', { cause });
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Expected JSON from the server, but got: ${response.status} ${text.slice(0, 200)}`);
  }
}
