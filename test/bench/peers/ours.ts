import { defaultLimits, readConfig } from '../../../src/config';
import type { Engine } from '../../../src/engine/engine';
import { createServer } from '../../../src/server/http';
import type { HttpPeer } from './peer';

/** This server as it is served, on an engine; with remembered answers, or working each of them out. */
export async function openOurs(engine: Engine, remembers: boolean): Promise<HttpPeer> {
  const config = { ...readConfig({ PORT: '0', CACHE_BYTES: remembers ? '' : '0' }), limits: defaultLimits };
  const { http, close } = await createServer(engine, config, (entry) => {
    if (entry.level === 'error') console.error(entry);
  });
  await http.listen({ host: '127.0.0.1', port: 0 });
  const address = http.server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close };
}
