import type { Engine, Params } from '../../src/engine/engine';

export interface Call {
  statement: string;
  params: Params;
}

/** The engine, and the list of the questions it was asked: the test that keeps a question a row away. */
export function recordingEngine(engine: Engine): { engine: Engine; calls: Call[] } {
  const calls: Call[] = [];
  const recording: Engine = {
    ...engine,
    read: (statement, params = {}) => {
      calls.push({ statement: statement.name, params });
      return engine.read(statement, params);
    },
    search: (text, kinds, limit) => {
      calls.push({ statement: 'search', params: { text, kinds, limit } });
      return engine.search(text, kinds, limit);
    },
  };
  return { engine: recording, calls };
}
