import type { ComponentChildren } from 'preact';
import type { Changes } from '../address';
import type { LinkRead } from '../parts/linkQuestion';
import { To } from '../parts/To';
import { startWords } from '../start/words';
import { useLang, useWords } from '../state';
import type { StoryRead } from './storyQuestion';
import './ways.css';

/** The ways on from a story, or from a link where there is none: follow it, compare numbers, teach it. */
export function WaysOn({ story, link }: { story: StoryRead | null; link: Pick<LinkRead, 'from' | 'to'> | null }) {
  const words = useWords(startWords);
  const lang = useLang();
  const start = link?.from ?? story?.steps[0]?.event;
  const numbers = story && comparedIn(story, link);
  return (
    <nav class="ways-on" aria-label={words.waysOn}>
      {start && (
        <Way changes={{ view: 'chain', start: start.id }} name={words.follow}>
          {words.followWhat(start.title)}
        </Way>
      )}
      {numbers && (
        <Way changes={numbers.changes} name={words.compare}>
          {words.compareWhat(numbers.title)}
        </Way>
      )}
      {story ? (
        <a class="way" href={`/teach?lang=${lang}#${story.id}`}>
          <b>{words.teach}</b> {words.teachWhat}
        </a>
      ) : (
        <Way changes={{ view: 'timeline' }} name={words.timeline}>
          {words.timelineWhat}
        </Way>
      )}
    </nav>
  );
}

function Way({ changes, name, children }: { changes: Changes; name: string; children: ComponentChildren }) {
  return (
    <To fresh changes={changes} class="way">
      <b>{name}</b> {children}
    </To>
  );
}

/**
 * The numbers before and after an event of the story: the counts that belong to an end of the link, else to any step,
 * around the event that the link starts from.
 */
function comparedIn(
  { steps }: StoryRead,
  link: Pick<LinkRead, 'from' | 'to'> | null,
): { title: string; changes: Changes } | null {
  const ends = [link?.from.id, link?.to.id];
  const ranked = steps.toSorted(({ event: a }, { event: b }) => placeIn(ends, a.id) - placeIn(ends, b.id));
  const event = ranked.find((step) => step.event.observations.nodes.length > 0)?.event;
  const number = event?.observations.nodes[0];
  if (!event || !number) return null;
  const { metric, place, nationality } = number;
  const of = { metric: metric.id, place: place?.id ?? null, nationality: nationality?.id ?? null };
  return { title: event.title, changes: { view: 'numbers', around: event.id, ...of } };
}

const placeIn = (ids: (string | undefined)[], id: string): number => {
  const at = ids.indexOf(id);
  return at < 0 ? ids.length : at;
};
