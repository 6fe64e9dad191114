import { useWords } from '../state';
import { common } from '../words/common';

export function StoryView() {
  const words = useWords(common);
  return <h1>{words.story}</h1>;
}
