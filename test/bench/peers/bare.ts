import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpPeer } from './peer';

/** The floor: HTTP and JSON alone. It finds a value in a map by the variable `id`. */
export async function openBare(values: ReadonlyMap<string, unknown>): Promise<HttpPeer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const body = JSON.stringify({ data: { event: values.get(variables.id) ?? null } });
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
