import { useEffect } from 'preact/hooks';
import { readAddress } from '../address';
import { useAnswer } from '../answers';
import { conventions } from '../language';
import { Foreign } from '../parts/Foreign';
import { LinkMarks } from '../parts/LinkInWords';
import type { LinkRead } from '../parts/linkQuestion';
import { ToTwin, Twin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { highlighted, yearsOf } from '../start/telling';
import { startWords } from '../start/words';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { Presentation } from './Presentation';
import { StoryLine } from './StoryLine';
import { stepAfter, stepIn } from './steps';
import { type StepRead, type StoriesRead, type StoryRead, storiesQuestion, storyQuestion } from './storyQuestion';
import { WaysOn } from './WaysOn';
import { storyWords } from './words';
import './story.css';

/** A story step by step, or the list of them where none is chosen. */
export function StoryView() {
  const { story } = usePage().address;
  return story ? <OneStory id={story} /> : <AllStories />;
}

function AllStories() {
  const words = useWords(storyWords);
  const years = useWords(startWords).years;
  const lang = useLang();
  const answer = useAnswer<StoriesRead>(storiesQuestion, { lang });
  return (
    <>
      <h1>{words.choose}</h1>
      <p class="lead">{words.chooseLead}</p>
      <Waiting answer={answer} />
      {answer.data?.stories.length === 0 && <p class="none">{words.noStories}</p>}
      <ul class="stories">
        {answer.data?.stories.map(({ id, title, question, steps }) => {
          const span = yearsOf(steps.map(({ event }) => event.date));
          return (
            <li key={id}>
              <h2>
                <To changes={{ story: id }}>
                  <Foreign text={question ?? title} languages={answer.data?.dataset.languages ?? []} />
                </To>
              </h2>
              <p class="quiet">
                {question && title}
                {question && span && ' · '}
                {span && years(...span)}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function OneStory({ id }: { id: string }) {
  const words = useWords(storyWords);
  const lang = useLang();
  const answer = useAnswer<{ story: StoryRead | null }>(storyQuestion, { story: id, lang });
  const story = answer.data?.story ?? null;
  if (!story) {
    return (
      <>
        <h1>{words.choose}</h1>
        {!answer.problem && !answer.busy ? <p class="none">{words.unknown(id)}</p> : <Waiting answer={answer} />}
      </>
    );
  }
  return <Told key={id} story={story} />;
}

function Told({ story }: { story: StoryRead }) {
  const words = useWords(storyWords);
  const { address, go, announce } = usePage();
  const lang = useLang();
  const count = story.steps.length;
  const at = stepIn(address, count);
  const presenting = address.present === '1';
  const step = story.steps[at - 1];
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTaken(event, presenting))
        return;
      if (presenting && event.key === 'Escape') return go({ present: null });
      // Keys may come faster than the page is drawn, so the address itself says where the reader stands.
      const to = stepAfter(event.key, stepIn(readAddress(window.location.search), count), count, presenting);
      if (to === null) return;
      event.preventDefault();
      go({ step: to === 0 ? null : String(to) });
      const reached = story.steps[to - 1]?.event;
      announce(reached ? `${reached.title}, ${reached.date.text}` : (story.question ?? story.title));
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [count, presenting, story, go, announce]);
  if (presenting) return <Presentation story={story} at={at} />;
  return (
    <article class="story-told">
      <p class="kicker">{story.title}</p>
      <h1 class="question">{story.question ?? story.title}</h1>
      <p class="skips">
        <ToTwin />
      </p>
      <StoryLine
        small
        label={words.line}
        events={story.steps.map(({ event }) => event)}
        links={story.links}
        lit={step?.event.id}
      >
        {({ title, date }, place, walk) => (
          <To
            changes={{ step: String(place + 1) }}
            class="step-number"
            label={words.stepLabel(place + 1, title, date.text)}
            step={place + 1 === at}
            walk={walk}
          >
            {place + 1}
          </To>
        )}
      </StoryLine>
      <StepNavigation at={at} count={count} />
      {at === 0 && <Opening story={story} />}
      {step && <Step story={story} step={step} at={at} />}
      {at > count && <Ending story={story} />}
      <Overview story={story} at={at} />
      <Steps story={story} />
      <TakeAway title={story.question ?? story.title} query={storyQuestion} variables={{ story: story.id, lang }} />
    </article>
  );
}

/** Keys that something with the focus needs for itself. */
function isTaken({ key, target }: KeyboardEvent, presenting: boolean): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, select, textarea, .panel, .scroll')) return true;
  return presenting && (key === ' ' || key === 'Enter') && target.closest('a, button, summary') !== null;
}

function StepNavigation({ at, count }: { at: number; count: number }) {
  const words = useWords(storyWords);
  return (
    <div class="step-navigation">
      {at > 0 && (
        <To changes={{ step: at === 1 ? null : String(at - 1) }} class="button">
          ← {words.previous}
        </To>
      )}
      {at <= count && (
        <To changes={{ step: String(at + 1) }} class="button strong">
          {at === 0 ? words.begin : at === count ? words.end : words.next} →
        </To>
      )}
      {at > count && (
        <To changes={{ step: null }} class="button">
          {words.again}
        </To>
      )}
      <span class="progress">
        {at > 0 && at <= count ? words.progress(at, count) : ''} <small class="keys">{words.keys}</small>
      </span>
      <Present />
    </div>
  );
}

function Present() {
  const words = useWords(storyWords);
  const { go, embedded } = usePage();
  if (embedded) return null;
  const present = () => {
    go({ present: '1', event: null, link: null });
    // Where the browser does not allow it, the presentation fills the window instead.
    document.documentElement.requestFullscreen?.().catch(() => {});
  };
  return (
    <button type="button" class="present-button" onClick={present}>
      {words.present}
    </button>
  );
}

/** The hard subjects come before anything is told. */
export function StoryNotes({ story }: { story: StoryRead }) {
  const words = useWords(storyWords);
  const lang = useLang();
  if (story.contentNotes.length === 0) return null;
  return (
    <p class="content-notes">
      {words.notesFirst}{' '}
      {new Intl.ListFormat(conventions[lang]).format(story.contentNotes.map((note) => labelOf(note, lang)))}.
    </p>
  );
}

function Opening({ story }: { story: StoryRead }) {
  return (
    <section class="step">
      <StoryNotes story={story} />
      <p class="caption-large">{story.summary}</p>
    </section>
  );
}

function Step({ story, step, at }: { story: StoryRead; step: StepRead; at: number }) {
  const words = useWords(storyWords);
  const { event, caption } = step;
  return (
    <section class="step">
      <p class="when">
        <b>{event.date.text}</b>
      </p>
      <h2>
        <Foreign text={event.title} languages={event.languages} />
      </h2>
      <p class="caption-large">{caption}</p>
      <p>
        <To changes={{ event: event.id, link: null }}>{words.details}</To>
      </p>
      <Ties story={story} step={step} at={at} />
    </section>
  );
}

/** The links that lead here from earlier steps, each as a sentence that says by whom and who disagrees. */
function Ties({ story, step, at }: { story: StoryRead; step: StepRead; at: number }) {
  const words = useWords(storyWords);
  const links = viaOf(story, step);
  if (links.length === 0) return <p class="note">{at === 1 && !step.context ? words.first : words.context}</p>;
  return (
    <>
      <h3>{words.ties}</h3>
      <ul class="ties">
        {links.map((link) => (
          <li key={link.id} class={link.disputed ? 'disputed' : undefined}>
            <p class="sentence">{link.label}</p>
            <LinkMarks link={link} />
            <To changes={{ link: link.id, event: null }} class="quiet">
              {words.inFull}
            </To>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The links that lead to a step: those about cause first, those of mere order in time last. */
export const viaOf = ({ links }: StoryRead, { via }: StepRead): LinkRead[] =>
  via
    .flatMap(({ id }) => links.find((link) => link.id === id) ?? [])
    .toSorted((a, b) => families.indexOf(a.family) - families.indexOf(b.family));

const families = ['CAUSAL', 'LEGAL', 'TEMPORAL'];

function Ending({ story }: { story: StoryRead }) {
  const words = useWords(storyWords);
  return (
    <section class="step">
      <h2>{words.endTitle}</h2>
      <p class="caption-large">{story.question ?? story.title}</p>
      <p>{words.endText}</p>
      <WaysOn story={story} link={highlighted(story.links)} />
    </section>
  );
}

function Overview({ story, at }: { story: StoryRead; at: number }) {
  const words = useWords(storyWords);
  return (
    <details class="overview" open={at === 0 || at > story.steps.length}>
      <summary>{words.overview}</summary>
      <ol>
        {story.steps.map(({ event, caption }, place) => (
          <li key={event.id}>
            <To changes={{ step: String(place + 1) }} step={place + 1 === at}>
              <Foreign text={event.title} languages={event.languages} />
            </To>{' '}
            <small>{event.date.text}</small>
            <br />
            {caption}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The steps as a table. */
function Steps({ story }: { story: StoryRead }) {
  const words = useWords(storyWords);
  const head = words.table;
  const placeOf = (step: StepRead) => story.steps.indexOf(step) + 1;
  return (
    <Twin
      caption={story.title}
      rows={story.steps}
      keyOf={({ event }) => event.id}
      columns={[
        { head: head.step, text: (step) => String(placeOf(step)), order: placeOf, numeric: true },
        {
          head: head.date,
          text: ({ event }) => event.date.text,
          order: ({ event }) => event.date.earliest ?? event.date.latest ?? '',
        },
        {
          head: head.event,
          text: ({ event }) => event.title,
          cell: ({ event }) => <To changes={{ event: event.id, link: null }}>{event.title}</To>,
        },
        { head: head.caption, text: ({ caption }) => caption },
        {
          head: head.ties,
          text: (step) =>
            viaOf(story, step)
              .map(({ label }) => label)
              .join(' '),
        },
      ]}
    />
  );
}
