import { defaultLimits, readConfig } from '../../src/config';
import { createServer } from '../../src/server/http';
import { northAmericanAsylum, openWith } from './datasets';
import { ENGINES, type TestEngine } from './engines';

export interface RunningServer {
  url: string;
  /** What the log was told, in order. */
  log: string[];
  close(): Promise<void>;
}

/** The real server on a free port of this machine, over a data set. */
export async function startServer(
  data = northAmericanAsylum,
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  const engine = await openWith(ENGINES[0] as TestEngine, data);
  const log: string[] = [];
  const config = { ...readConfig({ ...environment, PORT: '0' }), limits: defaultLimits };
  const server = await createServer(engine, config, (message, cause) => log.push(`${message} ${cause}`));
  const url = await server.http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    log,
    close: async () => {
      await server.close();
      await engine.close();
    },
  };
}
