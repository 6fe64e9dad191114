import { EventPicker } from '../parts/EventPicker';
import { Foreign } from '../parts/Foreign';
import type { EventBrief } from '../parts/linkQuestion';
import { To } from '../parts/To';
import { usePage, useWords } from '../state';
import { chainWords } from './words';

/** Chooses the event that everything starts from. */
export function StartPicker() {
  const words = useWords(chainWords);
  const { go } = usePage();
  const pick = (id: string) => go({ start: id, event: null, link: null });
  return <EventPicker label={words.event} onPick={pick} />;
}

/** Chooses the second event of two, under its key of the address. */
export function OtherPicker({ name }: { name: 'to' | 'with' }) {
  const words = useWords(chainWords);
  const { go } = usePage();
  const pick = (id: string) => go({ [name]: id, event: null, link: null });
  return <EventPicker label={words.otherEvent} onPick={pick} />;
}

/** Title and date, a way to all that is told of the event. */
export function EventLine({ event }: { event: EventBrief }) {
  return (
    <>
      <To changes={{ event: event.id, link: null }}>
        <Foreign text={event.title} languages={event.languages} />
      </To>{' '}
      <small>{event.date.text}</small>
    </>
  );
}
