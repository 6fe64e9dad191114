import { type Answer, useAnswer } from '../answers';
import { conventions } from '../language';
import { Foreign } from '../parts/Foreign';
import { Claims, LinkMarks } from '../parts/LinkInWords';
import type { EventBrief, LinkRead } from '../parts/linkQuestion';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, usePage, useWords } from '../state';
import { StoryLine } from '../story/StoryLine';
import {
  type StoriesRead,
  type StoryBrief,
  type StoryRead,
  storiesQuestion,
  storyQuestion,
} from '../story/storyQuestion';
import { WaysOn } from '../story/WaysOn';
import { common } from '../words/common';
import { linkWords } from '../words/links';
import { panelWords } from '../words/panel';
import { highlighted, mostTelling, yearsOf } from './telling';
import { startWords } from './words';
import './start.css';

/** The first screen: one question, five events, one link with who says so and who disagrees, and the ways on. */
export function StartView() {
  const words = useWords(common);
  const lang = useLang();
  const { story: asked } = usePage().address;
  const stories = useAnswer<StoriesRead>(storiesQuestion, { lang });
  const id = asked ?? stories.data?.stories[0]?.id ?? null;
  const told = useAnswer<{ story: StoryRead | null }>(storyQuestion, id === null ? null : { story: id, lang });
  const read = stories.data;
  const story = told.data?.story ?? null;
  if (!read || (id !== null && !story)) {
    const waited: Answer<unknown> = read ? told : stories;
    return (
      <>
        <h1>{words.title}</h1>
        <Waiting answer={waited} />
      </>
    );
  }
  const { languages } = read.dataset;
  return (
    <>
      <Holding read={read} />
      {story ? <FirstStory story={story} languages={languages} /> : <WithoutStory read={read} />}
      <OtherStories stories={read.stories.filter((one) => one.id !== id)} languages={languages} />
    </>
  );
}

function FirstStory({ story, languages }: { story: StoryRead; languages: string[] }) {
  const words = useWords(startWords);
  const lang = useLang();
  const link = highlighted(story.links);
  const steps = mostTelling(story.steps, story.links, link);
  return (
    <>
      <h1 class="question">
        <Foreign text={story.question ?? story.title} languages={languages} />
      </h1>
      <p class="lead">
        {words.lead}{' '}
        <To fresh changes={{ view: 'story', story: story.id }}>
          {words.whole}
        </To>
      </p>
      <EventsOnLine label={words.line} events={steps.map(({ event }) => event)} links={story.links} told={link} />
      {link && <OneLink link={link} />}
      <WaysOn story={story} link={link} />
      <TakeAway title={story.question ?? story.title} query={storyQuestion} variables={{ story: story.id, lang }} />
    </>
  );
}

/** A data set without a story still has its latest events, and perhaps a link between some of them. */
function WithoutStory({ read }: { read: StoriesRead }) {
  const words = useWords(startWords);
  const lang = useLang();
  const link = read.links.nodes[0] ?? null;
  const events = withEnds(read.events.nodes, link);
  if (events.length === 0) {
    return (
      <>
        <h1 class="question">{read.dataset.title}</h1>
        <p class="lead">{words.empty}</p>
      </>
    );
  }
  return (
    <>
      <h1 class="question">{link ? words.noStory : read.dataset.title}</h1>
      <p class="lead">
        {words.lead}{' '}
        <To fresh changes={{ view: 'timeline' }}>
          {words.timeline}
        </To>
      </p>
      <EventsOnLine label={words.latest} events={events} links={link ? [link] : []} told={link} />
      {link && <OneLink link={link} />}
      <WaysOn story={null} link={link} />
      <TakeAway title={read.dataset.title} query={storiesQuestion} variables={{ lang }} />
    </>
  );
}

function withEnds(events: EventBrief[], link: LinkRead | null): EventBrief[] {
  const ends = link ? [link.from, link.to] : [];
  const others = events.filter(({ id }) => !ends.some((end) => end.id === id));
  const kept = others.slice(Math.max(0, others.length + ends.length - 5));
  const startOf = ({ date }: EventBrief) => date.earliest ?? date.latest ?? '';
  return [...ends, ...kept].toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}

type OnLine = { label: string; events: EventBrief[]; links: LinkRead[]; told: LinkRead | null };

function EventsOnLine({ label, events, links, told }: OnLine) {
  const { event: opened } = usePage().address;
  return (
    <StoryLine label={label} events={events} links={links} lit={opened} litLink={told?.id}>
      {(event, _, walk) => (
        <To changes={{ event: event.id, link: null }} class="first-event" walk={walk}>
          <b>
            <Foreign text={event.title} languages={event.languages} />
          </b>{' '}
          <small>{event.date.text}</small>
        </To>
      )}
    </StoryLine>
  );
}

/** How many claims of each side stand on the first screen. */
const saidFirst = 2;

function OneLink({ link }: { link: LinkRead }) {
  const words = useWords(startWords);
  const told = useWords(linkWords);
  const panel = useWords(panelWords);
  const { nodes, totalCount } = link.claims;
  const of = (...stances: string[]) => nodes.filter(({ stance }) => stances.includes(stance)).slice(0, saidFirst);
  return (
    <section class={link.disputed ? 'one-link disputed' : 'one-link'} aria-labelledby="one-link">
      <h2 id="one-link">{panel.link}</h2>
      <p class="sentence">{link.label}</p>
      <LinkMarks link={link} />
      <div class="sides">
        <div>
          <h3>{told.saysSo}</h3>
          <Claims claims={of('ASSERTS')} none={told.nobodySaysSo} />
        </div>
        <div>
          <h3>{told.disagrees}</h3>
          <Claims claims={of('DISPUTES', 'DENIES')} none={told.nobodyDisagrees} />
        </div>
      </div>
      <p>
        <To changes={{ link: link.id, event: null }}>{words.allClaims(totalCount)}</To>
      </p>
    </section>
  );
}

function OtherStories({ stories, languages }: { stories: StoryBrief[]; languages: string[] }) {
  const words = useWords(startWords);
  if (stories.length === 0) return null;
  return (
    <nav class="other-stories" aria-labelledby="others">
      <h2 id="others">{words.others}</h2>
      <ul>
        {stories.map(({ id, title, question, steps }) => {
          const years = yearsOf(steps.map(({ event }) => event.date));
          return (
            <li key={id}>
              <To fresh changes={{ view: 'story', story: id }}>
                <b>
                  <Foreign text={question ?? title} languages={languages} />
                </b>
              </To>{' '}
              <small>
                {question && title}
                {question && years && ' · '}
                {years && words.years(...years)}
              </small>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** What the data set is, in a sentence. */
function Holding({ read }: { read: StoriesRead }) {
  const words = useWords(startWords);
  const lang = useLang();
  const { title, languages, counts } = read.dataset;
  const count = (wanted: string) =>
    (counts.find(({ what }) => what === wanted)?.count ?? 0).toLocaleString(conventions[lang]);
  const years = yearsOf([...read.first.nodes, ...read.events.nodes].map(({ date }) => date));
  // The title has no translation: it is written in the data set's first language alone.
  return (
    years && (
      <p class="holding">
        <b>
          <Foreign text={title} languages={languages.slice(0, 1)} />
        </b>{' '}
        {words.holds(count('events'), count('links'), ...years)}
      </p>
    )
  );
}
