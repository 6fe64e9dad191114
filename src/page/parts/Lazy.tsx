import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../state';
import { common } from '../words/common';

export type Loader = () => Promise<ComponentType>;

const loaded = new Map<Loader, ComponentType>();

/** A view whose code is fetched when it is first shown. */
export function Lazy({ load }: { load: Loader }) {
  const words = useWords(common);
  const [, setCount] = useState(0);
  useEffect(() => {
    if (loaded.has(load)) return;
    void load().then((view) => {
      loaded.set(load, view);
      setCount((count) => count + 1);
    });
  }, [load]);
  const View = loaded.get(load);
  return View ? <View /> : <p class="busy">{words.loading}</p>;
}
