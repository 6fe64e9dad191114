import { readConfig } from '../../src/config';
import type { Dataset } from '../../src/dataset/format';
import type { Engine } from '../../src/engine/engine';
import { createServer } from '../../src/server/http';
import type { Entry } from '../../src/server/log';
import { northAmericanAsylum, openWith } from './datasets';
import { ENGINES, type TestEngine } from './engines';

export interface RunningServer {
  url: string;
  engine: Engine;
  /** What the log was told, in order. */
  log: Entry[];
  close(): Promise<void>;
}

/** The real server on a free port of this machine, over a data set; `around` may put something before the engine. */
export async function startServer(
  data: string | Dataset = northAmericanAsylum,
  environment: Record<string, string> = {},
  around = (engine: Engine): Engine => engine,
): Promise<RunningServer> {
  const engine = around(await openWith(ENGINES[0] as TestEngine, data));
  const log: Entry[] = [];
  const config = readConfig({ ...environment, PORT: '0' });
  const server = await createServer(engine, config, (entry) => void log.push(entry));
  const url = await server.http.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    engine,
    log,
    close: async () => {
      await server.close();
      await engine.close();
    },
  };
}
