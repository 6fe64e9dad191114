import { useEffect, useRef } from 'preact/hooks';
import { Foreign } from '../parts/Foreign';
import { LinkMarks } from '../parts/LinkInWords';
import { To } from '../parts/To';
import { usePage, useWords } from '../state';
import { StoryNotes, viaOf } from './StoryView';
import type { StepRead, StoryRead } from './storyQuestion';
import { storyWords } from './words';

/** A story for a projector: one step fills the window in large type. The hard subjects stand before the question. */
export function Presentation({ story, at }: { story: StoryRead; at: number }) {
  const words = useWords(storyWords);
  const { go } = usePage();
  const slide = useRef<HTMLElement>(null);
  const count = story.steps.length;
  const step = story.steps[at - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the full screen lasts from the first slide shown to the last
  useEffect(() => {
    // Escape leaves the full screen before a page hears of it.
    const left = () => document.fullscreenElement === null && go({ present: null });
    document.addEventListener('fullscreenchange', left);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top
  useEffect(() => slide.current?.scrollTo(0, 0), [at]);
  return (
    <div class="presentation">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long step scrolls, which must be reached by keyboard */}
      <section class="slide" ref={slide} tabIndex={0} aria-label={words.progress(at, count)}>
        {step ? <Slide story={story} step={step} /> : <Question story={story} isEnd={at > count} />}
      </section>
      <div class="presentation-foot">
        {at > 0 && (
          <To changes={{ step: at === 1 ? null : String(at - 1) }} class="button" label={words.previous}>
            ←
          </To>
        )}
        {at <= count && (
          <To changes={{ step: String(at + 1) }} class="button strong" label={at === 0 ? words.begin : words.next}>
            →
          </To>
        )}
        <progress value={at} max={count + 1} aria-label={words.progress(Math.min(at, count), count)} />
        <button type="button" onClick={() => go({ present: null })}>
          {words.leave}
        </button>
      </div>
    </div>
  );
}

function Question({ story, isEnd }: { story: StoryRead; isEnd: boolean }) {
  const words = useWords(storyWords);
  return (
    <>
      {!isEnd && <StoryNotes story={story} />}
      <h1>{story.question ?? story.title}</h1>
      <p>{isEnd ? words.endText : story.summary}</p>
    </>
  );
}

function Slide({ story, step }: { story: StoryRead; step: StepRead }) {
  const words = useWords(storyWords);
  const { event, caption } = step;
  const links = viaOf(story, step);
  return (
    <>
      <p class="when">{event.date.text}</p>
      <h1>
        <Foreign text={event.title} languages={event.languages} />
      </h1>
      <p>{caption}</p>
      {links.length === 0 && step !== story.steps[0] && <p class="note">{words.context}</p>}
      {links.map((link) => (
        <div key={link.id} class="tie">
          <p class="sentence">{link.label}</p>
          <LinkMarks link={link} />
        </div>
      ))}
    </>
  );
}
