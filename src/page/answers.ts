import { useEffect, useState } from 'preact/hooks';
import { ask } from './ask';

/** What became of a question: `data` stays the last good answer while the next one is on its way. */
export type Answer<Data> = {
  data: Data | null;
  /** Why there is no answer, in the server's words; null when there is one or none was waited for. */
  problem: string | null;
  busy: boolean;
  again: () => void;
};

const remembered = new Map<string, Promise<unknown>>();
const most = 200;

/** The answer to a question, asked once for the same variables. An answer with errors but some data is taken as it is. */
export function answerTo<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  const key = JSON.stringify([query, variables]);
  const known = remembered.get(key);
  if (known) return known as Promise<Data>;
  const asked = ask({ query, variables }).then(({ data, errors }) => {
    const whole = data && Object.values(data).some((value) => value !== null);
    if (!whole) throw new Error(errors?.map(({ message }) => message).join(' ') || 'The server gave no data.');
    return data;
  });
  remembered.set(key, asked);
  asked.catch(() => remembered.delete(key));
  const oldest = remembered.keys().next().value;
  if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
  return asked as Promise<Data>;
}

/** Asks when `variables` change; null asks nothing. */
export function useAnswer<Data>(query: string, variables: Record<string, unknown> | null): Answer<Data> {
  const key = variables && JSON.stringify([query, variables]);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ key: string | null; data: Data | null; problem: string | null }>(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question and its variables
  useEffect(() => {
    if (!variables) return setState(nothing);
    let wanted = true;
    answerTo<Data>(query, variables).then(
      (data) => wanted && setState({ key, data, problem: null }),
      (cause: Error) => wanted && setState((before) => ({ key, data: before.data, problem: cause.message })),
    );
    return () => {
      wanted = false;
    };
  }, [key, turn]);
  const busy = key !== null && state.key !== key;
  return { data: state.data, problem: busy ? null : state.problem, busy, again: () => setTurn(turn + 1) };
}

const nothing = { key: null, data: null, problem: null };
