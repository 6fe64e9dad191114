import { useWords } from '../state';
import { common } from '../words/common';

export function TimelineView() {
  const words = useWords(common);
  return <h1>{words.timeline}</h1>;
}
