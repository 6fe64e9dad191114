import { useWords } from '../state';
import { common } from '../words/common';

export function ChainView() {
  const words = useWords(common);
  return <h1>{words.chain}</h1>;
}
