import { useAnswer } from '../answers';
import type { EventBrief } from '../parts/linkQuestion';
import { To } from '../parts/To';
import { useLang, useWords } from '../state';
import { type SuggestedRead, suggestedQuestion } from './chainQuestions';
import { EventLine } from './Pickers';
import { chainWords } from './words';

/** What stands where the second of two events is not chosen yet: the first, and others to choose from. */
export function Suggested({ start, name }: { start: string; name: 'to' | 'with' }) {
  const words = useWords(chainWords);
  const lang = useLang();
  const { data, busy } = useAnswer<SuggestedRead>(suggestedQuestion, { start, lang });
  if (busy || !data) return null;
  if (!data.event) return <p class="problem">{words.unknown(start)}</p>;
  const others = suggestionsOf(data);
  return (
    <>
      <p class="start-line">
        <EventLine event={data.event} />
      </p>
      <p>{words.chooseOther}</p>
      {others.length > 0 && (
        <>
          <p class="note">{words.suggested}</p>
          <ul>
            {others.map((event) => (
              <li key={event.id}>
                <To changes={{ [name]: event.id }}>{event.title}</To> <small>{event.date.text}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Events some steps away, the farthest first: of what followed or, where nothing did, of what led there. */
export function suggestionsOf({ followed, led }: SuggestedRead): EventBrief[] {
  const steps = followed?.steps.length ? followed.steps : (led?.steps ?? []);
  const farthest = steps.toSorted((a, b) => b.depth - a.depth);
  return farthest.slice(0, mostSuggested).map(({ event }) => event);
}

const mostSuggested = 8;
