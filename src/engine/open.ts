import type { Engine } from './engine';
import { openGrafeo } from './grafeo';

/** The engine that the settings ask for; the only file that knows more than one. */
export function openEngine(): Engine {
  return openGrafeo();
}
