import { useAnswer } from '../answers';
import { LinkInWords } from '../parts/LinkInWords';
import type { EventBrief, LinkRead } from '../parts/linkQuestion';
import { ToTwin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, useWords } from '../state';
import { linkWords } from '../words/links';
import { type CausesRead, causesQuestion } from './chainQuestions';
import { LinkTable } from './LinkTable';
import { EventLine, StartPicker } from './Pickers';
import { chainWords } from './words';

/** The causes that are named for one event, as cards of equal size: who says so, and who disagrees. */
export function Causes({ start }: { start: string }) {
  const words = useWords(chainWords);
  const { noOtherCauses } = useWords(linkWords);
  const lang = useLang();
  const answer = useAnswer<CausesRead>(causesQuestion, { start, lang });
  const event = answer.data?.event ?? null;
  const links = event?.precededBy?.nodes ?? [];
  const left = (event?.precededBy?.totalCount ?? 0) - links.length;
  return (
    <>
      <h1>{words.causes}</h1>
      {event && (
        <p class="start-line">
          <EventLine event={event} />
        </p>
      )}
      <div class="controls">
        <StartPicker />
      </div>
      <Waiting answer={answer} />
      {!answer.busy && answer.data && !event && <p class="problem">{words.unknown(start)}</p>}
      {event && (
        <>
          <p class="filters-in-words">
            {links.length === 0 ? words.noCauses : words.causesOf(links.length + left)}{' '}
            {links.length === 1 && noOtherCauses} {links.length > 1 && words.weigh} {left > 0 && words.more(left)}{' '}
            {links.length > 0 && <ToTwin />}
          </p>
          <div class="causes">
            {links.map((link) => (
              <CauseCard key={link.id} link={link} />
            ))}
          </div>
          {links.length > 0 && <LinkTable links={links} events={eventsOf(event, links)} />}
        </>
      )}
      <TakeAway
        title={`${words.causes}: ${event?.title ?? start}`}
        query={causesQuestion}
        variables={{ start, lang }}
      />
    </>
  );
}

function CauseCard({ link }: { link: LinkRead }) {
  const words = useWords(chainWords);
  return (
    <article class={`cause${link.disputed ? ' disputed' : ''}`}>
      <h2>
        <EventLine event={link.from} />
      </h2>
      <LinkInWords link={link} />
      <p class="ways">
        <To changes={{ start: link.from.id }}>{words.startHere}</To>
      </p>
    </article>
  );
}

const eventsOf = (event: EventBrief, links: LinkRead[]): EventBrief[] => [event, ...links.map(({ from }) => from)];
