import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface Sent {
  method?: string;
  /** Sent as it stands: nothing is taken out of it, as `fetch` would. */
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

export const json = { 'content-type': 'application/json' };
export const preflight = { 'apollo-require-preflight': 'true' };

/** One request on a connection of its own. */
export function send(url: string, { method = 'GET', path = '/graphql', headers = {}, body }: Sent): Promise<Received> {
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString() });
        });
      },
    );
    // A server may answer before it has read everything; then the rest of the body has nowhere to go.
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A body of the usual form, posted as JSON. */
export const post = (url: string, body: unknown, headers: OutgoingHttpHeaders = {}): Promise<Received> =>
  send(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
