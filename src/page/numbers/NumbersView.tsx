import { useWords } from '../state';
import { common } from '../words/common';

export function NumbersView() {
  const words = useWords(common);
  return <h1>{words.numbers}</h1>;
}
