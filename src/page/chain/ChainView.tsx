import { useAnswer } from '../answers';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { usePage, useWords } from '../state';
import { type Asked, askedIn, type Mode, toMode } from './address';
import { Causes } from './Causes';
import { Chain } from './Chain';
import { Compare } from './Compare';
import { type StartRead, startQuestion } from './chainQuestions';
import { Paths } from './Paths';
import { chainWords } from './words';
import './chain.css';

/** What followed from an event, what led to it, ways between two, causes side by side, two events side by side. */
export function ChainView() {
  const { address, embedded } = usePage();
  const asked = askedIn(address);
  const usual = useAnswer<StartRead>(startQuestion, asked.start ? null : {});
  const start = asked.start ?? tellingStart(usual.data);
  if (!start) return <Waiting answer={usual} />;
  return (
    <div class="chain">
      {!embedded && <Modes mode={asked.mode} />}
      <Shown start={start} asked={asked} />
    </div>
  );
}

function Shown({ start, asked }: { start: string; asked: Asked }) {
  if (asked.mode === 'causes') return <Causes start={start} />;
  if (asked.mode === 'compare') return <Compare start={start} other={asked.with} />;
  if (asked.mode === 'paths') return <Paths start={start} asked={asked} />;
  return <Chain start={start} asked={asked} />;
}

/** A step of the first story from which most is said to have followed within two steps; without stories, where the first link begins. */
export function tellingStart(read: StartRead | null): string | null {
  const steps = read?.stories[0]?.steps.map(({ event }) => event) ?? [];
  const [most] = steps.toSorted((a, b) => linksFrom(b) - linksFrom(a));
  return most?.id ?? read?.links?.nodes[0]?.from.id ?? null;
}

type Step = StartRead['stories'][number]['steps'][number]['event'];

const linksFrom = ({ followedBy }: Step): number =>
  (followedBy?.nodes ?? []).reduce(
    (sum, { to }) => sum + (to.followedBy?.totalCount ?? 0),
    followedBy?.totalCount ?? 0,
  );

const modes: Mode[] = ['chain', 'paths', 'causes', 'compare'];

function Modes({ mode }: { mode: Mode }) {
  const words = useWords(chainWords);
  return (
    <nav class="modes" aria-label={words.modes}>
      {modes.map((one) => (
        <To key={one} changes={toMode(one)} current={one === mode}>
          {words.modeOf[one]}
        </To>
      ))}
    </nav>
  );
}
