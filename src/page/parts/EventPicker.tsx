import { useEffect, useId, useState } from 'preact/hooks';
import { useAnswer } from '../answers';
import { useLang, usePage, useWords } from '../state';
import { common } from '../words/common';
import type { EventBrief } from './linkQuestion';
import { type PickerRead, pickerQuestion } from './pickerQuestion';

type Props = {
  label: string;
  onPick: (id: string) => void;
};

/** A field that finds an event as one types; arrow keys choose among the found, Enter takes one, Escape folds them away. */
export function EventPicker({ label, onPick }: Props) {
  const words = useWords(common);
  const lang = useLang();
  const { announce } = usePage();
  const id = useId();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const answer = useAnswer<PickerRead>(pickerQuestion, asked ? { text: asked, lang } : null);
  const isFound = asked !== '' && asked === text.trim() && !answer.busy && answer.data !== null;
  const events = isFound ? (answer.data?.search.nodes ?? []) : [];
  const count = isFound ? answer.data?.search.totalCount : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each answer
  useEffect(() => {
    setAt(0);
    if (count !== undefined) announce(words.found(count));
  }, [asked, count]);
  const pick = (event: EventBrief) => {
    setText('');
    onPick(event.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = events[at];
    if (event.key === 'Escape' && text !== '') setText('');
    else if (!chosen) return;
    else if (event.key === 'ArrowDown') setAt((before) => (before + 1) % events.length);
    else if (event.key === 'ArrowUp') setAt((before) => (before - 1 + events.length) % events.length);
    else if (event.key === 'Enter') pick(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="picker">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list of the browser's own the element has another role
        role="combobox"
        list={undefined}
        autocomplete="off"
        maxLength={200}
        placeholder={words.findEvent}
        aria-expanded={events.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={events[at] && `${id}-${at}`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setText('')}
      />
      <div id={`${id}-found`} role="listbox" aria-label={label} hidden={events.length === 0}>
        {events.map((event, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are those of the field, which keeps the focus
          <div
            key={event.id}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onMouseDown={(press) => press.preventDefault()}
            onClick={() => pick(event)}
          >
            {event.title} <small>{event.date.text}</small>
          </div>
        ))}
      </div>
      {isFound && events.length === 0 && <small class="none">{words.found(0)}</small>}
    </div>
  );
}
