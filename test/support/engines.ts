import type { Engine } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';

export interface TestEngine {
  name: string;
  /** An empty graph. */
  open(): Promise<Engine>;
}

/** The engines that every question is asked of. Rows without ORDER BY come shuffled, so that a forgotten one shows. */
export const ENGINES: TestEngine[] = [{ name: 'grafeo', open: async () => openGrafeo({ shuffle: true }) }];
