import { useWords } from '../state';
import { common } from '../words/common';

export function PoliciesView() {
  const words = useWords(common);
  return <h1>{words.policies}</h1>;
}
