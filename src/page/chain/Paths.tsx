import { useMemo } from 'preact/hooks';
import { useAnswer } from '../answers';
import type { EventBrief } from '../parts/linkQuestion';
import { ToTwin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { Waiting } from '../parts/Waiting';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { linkWords } from '../words/links';
import { type Asked, filterOf } from './address';
import { Hops, idsOf, inOrderOf } from './Chain';
import { Controls, FiltersInWords } from './Controls';
import { type HopRead, type PathRead, type PathsRead, pathsQuestion } from './chainQuestions';
import { LinkTable } from './LinkTable';
import { EventLine, OtherPicker, StartPicker } from './Pickers';
import { Suggested } from './Suggested';
import { WalkedDrawing } from './WalkedDrawing';
import { chainWords } from './words';

/** How one event is said to have led to another, way by way, whichever of the two is the earlier. */
export function Paths({ start, asked }: { start: string; asked: Asked }) {
  const words = useWords(chainWords);
  const lang = useLang();
  const { address } = usePage();
  const variables = { start, to: asked.to ?? '', links: filterOf(asked), lang };
  const answer = useAnswer<PathsRead>(pathsQuestion, asked.to ? variables : null);
  const { forth, back } = answer.data ?? { forth: null, back: null };
  const list = forth && forth.total > 0 ? forth : (back ?? forth);
  const paths = list?.paths ?? none;
  const events = useMemo(() => onceEach(paths.flatMap((path) => path.events)), [paths]);
  const links = useMemo(() => inOrderOf(onceEach(paths.flatMap((path) => path.links)), events), [paths, events]);
  const chosen = paths.find((path) => path.links.some(({ id }) => id === address.link));
  const [from, to] = [paths[0]?.events[0], paths[0]?.events.at(-1)];
  return (
    <>
      <h1>{words.ways}</h1>
      {from && to && (
        <p class="start-line">
          <EventLine event={from} />
          <br />
          <span class="verb">→</span> <EventLine event={to} />
        </p>
      )}
      <div class="controls">
        <StartPicker />
        <OtherPicker name="to" />
        <Controls asked={asked} withWay={false} />
      </div>
      {!asked.to && <Suggested start={start} name="to" />}
      <Waiting answer={answer} />
      {list && (
        <>
          <p class="filters-in-words">
            <FiltersInWords asked={asked} withWay={false} />{' '}
            {words.pathsTold(paths.length, list.total, list.totalIsExact)} <ToTwin />
          </p>
          {from && <WalkedDrawing events={events} links={links} start={from.id} way={idsOf(chosen?.links ?? [])} />}
          {paths.map((path, at) => (
            <PathInWords key={path.links.map(({ id }) => id).join(' ')} path={path} at={at + 1} />
          ))}
          <LinkTable links={links} events={events} />
        </>
      )}
      {asked.to && (
        <TakeAway title={`${words.ways}: ${from?.title ?? start}`} query={pathsQuestion} variables={variables} />
      )}
    </>
  );
}

const none: PathRead[] = [];

function PathInWords({ path, at }: { path: PathRead; at: number }) {
  const words = useWords(chainWords);
  const { disputed, orderAlone } = useWords(linkWords);
  const lang = useLang();
  return (
    <section class="path">
      <h2>{words.path(at, path.links.length)}</h2>
      <p class="marks">
        <span class="mark">{labelOf(path.evidence, lang)}</span>{' '}
        {path.families.map((family) => (
          <span key={family} class={`mark ${family.toLowerCase()}`}>
            {labelOf(family, lang)}
          </span>
        ))}{' '}
        {path.disputed && <span class="mark disputed">≠ {disputed}</span>}
      </p>
      <Hops links={path.links} />
      {path.families.includes('TEMPORAL') && <p class="note">{orderAlone}</p>}
    </section>
  );
}

const onceEach = <Thing extends EventBrief | HopRead>(things: Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];
