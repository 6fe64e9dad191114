import { type AuditResult, serverAudits } from 'graphql-http';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';
import { preflight } from './send';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(tinyStory);
});
afterAll(() => server.close());

const statusOk = 'Response status code is not 200';

/** The draft would have 200 for these where the caller accepts application/json; 400 says it to every cache and log. */
const withStatus400: Record<string, string> = {
  '572B': `SHOULD use 200 status code on document parsing failure when accepting application/json: ${statusOk}`,
  FDE2: `SHOULD use 200 status code on document validation failure when accepting application/json: ${statusOk}`,
  '7B9B': `SHOULD use a status code of 200 on variable coercion failure when accepting application/json: ${statusOk}`,
};

/** A GET that a foreign page could send as well is refused, which the draft lets a server do. */
const withoutPreflight: Record<string, string> = {
  '5A70': `MAY accept application/x-www-form-urlencoded formatted GET requests: ${statusOk}`,
  D6D5: `MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json: ${statusOk}`,
  '6A70': `MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json: ${statusOk}`,
};

const sayings = (result: AuditResult) => (result.status === 'ok' ? 'ok' : `${result.name}: ${result.reason}`);

describe.each([
  { caller: 'with the header that no foreign page can send', headers: preflight, expected: withStatus400 },
  { caller: 'without it', headers: {}, expected: { ...withStatus400, ...withoutPreflight } },
])('the audits of GraphQL over HTTP, $caller', ({ headers, expected }) => {
  const audits = serverAudits({
    url: () => `${server.url}/graphql`,
    fetchFn: (url: string, init?: RequestInit) => fetch(url, { ...init, headers: { ...init?.headers, ...headers } }),
  });

  test.each(audits)('$id $name', async ({ id, fn }) => {
    expect(sayings(await fn())).toBe(expected[id] ?? 'ok');
  });

  it('are all there, and no MUST is among those that fail', () => {
    expect(audits).toHaveLength(61);
    expect(Object.keys(expected).filter((id) => !audits.some((audit) => audit.id === id))).toEqual([]);
    expect(Object.values(expected).filter((saying) => saying.startsWith('MUST'))).toEqual([]);
  });
});
