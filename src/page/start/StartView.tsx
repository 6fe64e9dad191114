import { useWords } from '../state';
import { common } from '../words/common';

export function StartView() {
  const words = useWords(common);
  return <h1>{words.title}</h1>;
}
