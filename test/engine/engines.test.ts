import { ENGINES } from '../support/engines';
import { describeEngine } from './contract';

for (const engine of ENGINES) describeEngine(engine);
