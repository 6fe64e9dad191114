import { useMemo } from 'preact/hooks';
import { useAnswer } from '../answers';
import type { EventBrief } from '../parts/linkQuestion';
import { ToTwin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, usePage, useWords } from '../state';
import { type Asked, filterOf, mostDepth } from './address';
import { Controls, FiltersInWords } from './Controls';
import { type ChainRead, followedQuestion, type HopRead, ledQuestion, type TruncationRead } from './chainQuestions';
import { LinkTable } from './LinkTable';
import { dayOf, type Joined } from './layout';
import { EventLine, StartPicker } from './Pickers';
import { WalkedDrawing } from './WalkedDrawing';
import { wayTo } from './way';
import { chainWords } from './words';

/** The chain from an event or to it: choices, drawing, what was left out, the way to what is selected, the table. */
export function Chain({ start, asked }: { start: string; asked: Asked }) {
  const words = useWords(chainWords);
  const lang = useLang();
  const { address } = usePage();
  const question = asked.back ? ledQuestion : followedQuestion;
  const variables = { start, depth: asked.depth, links: filterOf(asked), lang };
  const answer = useAnswer<ChainRead>(question, variables);
  const read = answer.data?.[asked.back ? 'whatLedTo' : 'whatFollowed'];
  // While another answer is on its way the last one stays, unless it was about another event.
  const chain = read && !(answer.busy && read.start.id !== start) ? read : null;
  const events = useMemo(() => (chain ? [chain.start, ...chain.steps.map(({ event }) => event)] : []), [chain]);
  const links = useMemo(() => (chain ? inOrderOf(chain.links, events) : []), [chain, events]);
  const way = chain ? wayToSelected(chain.links, chain.start.id, address, asked.back) : null;
  const selected = events.find(({ id }) => id === address.event);
  return (
    <>
      <h1>{asked.back ? words.led : words.followed}</h1>
      {chain && (
        <p class="start-line">
          <EventLine event={chain.start} />
        </p>
      )}
      <div class="controls">
        <StartPicker />
        <Controls asked={asked} withWay />
      </div>
      <p class="filters-in-words">
        <FiltersInWords asked={asked} withWay />{' '}
        {chain && !answer.busy && words.shown(chain.steps.length, chain.links.length)} <ToTwin />
      </p>
      <Waiting answer={answer} />
      {!answer.busy && answer.data && !chain && <p class="problem">{words.unknown(start)}</p>}
      {chain && chain.links.length === 0 && (
        <p>
          {words.nothing} {words.nothingTry}
        </p>
      )}
      {chain && chain.links.length > 0 && (
        <WalkedDrawing events={events} links={links} start={chain.start.id} way={idsOf(way ?? [])} />
      )}
      {chain?.truncated && <Cut cut={chain.truncated} depth={asked.depth} />}
      {chain && <Loops loops={chain.loops} />}
      {selected && way && way.length > 0 && (
        <section class="way-in-words">
          <h2>{words.wayTo(selected.title)}</h2>
          <Hops links={asked.back ? way.toReversed() : way} />
          <p class="ways">
            <To changes={{ to: selected.id, event: null }}>{words.allWays}</To>
            <To changes={{ with: selected.id, event: null }}>{words.bothBeside}</To>
            <To changes={{ start: selected.id, event: null }}>{words.startHere}</To>
          </p>
        </section>
      )}
      {chain && <LinkTable links={links} events={events} />}
      <TakeAway
        title={`${asked.back ? words.led : words.followed}: ${chain?.start.title ?? start}`}
        query={question}
        variables={variables}
      />
    </>
  );
}

/** The way to the event or link that the address selects, the link itself included. */
export function wayToSelected(
  links: HopRead[],
  start: string,
  { event, link: chosen }: Readonly<Record<string, string>>,
  back: boolean,
): HopRead[] | null {
  const link = links.find(({ id }) => id === chosen);
  if (link) return [...(wayTo(links, start, back ? link.to.id : link.from.id, back) ?? []), link];
  return event && event !== start ? wayTo(links, start, event, back) : null;
}

/** The ids of links and of the events that they join. */
export const idsOf = (links: Joined[]): ReadonlySet<string> =>
  new Set(links.flatMap(({ id, from, to }) => [id, from.id, to.id]));

/** Links by the day of the earlier event, then of the later one, as the drawing has them from left to right. */
export function inOrderOf<Link extends Joined>(links: Link[], events: EventBrief[]): Link[] {
  const keys = new Map(events.map((event) => [event.id, `${dayOf(event)} ${event.id}`]));
  const keyOf = ({ from, to }: Link) => `${keys.get(from.id)} ${keys.get(to.id)}`;
  return links.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Links as sentences, each a way to all that is told of it. */
export function Hops({ links }: { links: HopRead[] }) {
  return (
    <ol class="hops-in-words">
      {links.map((link) => (
        <li key={link.id}>
          <To changes={{ link: link.id, event: null }}>{link.label}</To>
        </li>
      ))}
    </ol>
  );
}

/** Why the chain is not complete and what to do about it. */
export function Cut({ cut, depth }: { cut: TruncationRead; depth: number }) {
  const { cut: words } = useWords(chainWords);
  const isTooMany = cut.by.some((by) => by !== 'DEPTH');
  const told = cut.by.includes('MAX_EVENTS') ? words.events : cut.by.includes('FAN_OUT') ? words.fan : words.depth;
  return (
    <p class="cut">
      {told(cut.notFollowed)} {words.from(cut.atDepth)} {isTooMany && words.narrower}
      {!isTooMany && depth >= mostDepth && words.start}
      {!isTooMany && depth < mostDepth && <To changes={{ depth: String(depth + 1) }}>{words.further}</To>}
    </p>
  );
}

/** The links that were left out because they close a circle. */
export function Loops({ loops }: { loops: HopRead[] }) {
  const words = useWords(chainWords);
  if (loops.length === 0) return null;
  return (
    <section>
      <p>{words.loops}</p>
      <Hops links={loops} />
    </section>
  );
}
