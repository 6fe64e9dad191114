import type { Answer } from '../answers';
import { useWords } from '../state';
import { common } from '../words/common';

/** What stands where an answer is not there yet, or did not come. */
export function Waiting({ answer }: { answer: Answer<unknown> }) {
  const words = useWords(common);
  if (answer.problem) {
    return (
      <p class="problem" role="alert">
        {words.noAnswer} {answer.problem}{' '}
        <button type="button" onClick={answer.again}>
          {words.tryAgain}
        </button>
      </p>
    );
  }
  return answer.busy ? <p class="busy">{words.loading}</p> : null;
}
