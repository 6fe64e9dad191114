import type { ComponentChildren } from 'preact';
import { useAnswer } from '../answers';
import { Foreign } from '../parts/Foreign';
import { LinkMarks } from '../parts/LinkInWords';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import { common } from '../words/common';
import { linkWords } from '../words/links';
import { type ComparedRead, type CompareRead, compareQuestion } from './chainQuestions';
import { EventLine, OtherPicker, StartPicker } from './Pickers';
import { Suggested } from './Suggested';
import { placesOf, sharedBy } from './shared';
import { chainWords } from './words';

/** Two events side by side, as a table: a column each, a row for each thing to compare, and what they share below. */
export function Compare({ start, other }: { start: string; other: string | null }) {
  const words = useWords(chainWords);
  const lang = useLang();
  const variables = { start, with: other ?? '', lang };
  const answer = useAnswer<CompareRead>(compareQuestion, other ? variables : null);
  const shown = answer.data;
  const unknown = [shown?.one ? null : start, shown?.other ? null : other].filter((id) => id !== null);
  return (
    <>
      <h1>{words.compare}</h1>
      <div class="controls">
        <StartPicker />
        <OtherPicker name="with" />
      </div>
      {!other && <Suggested start={start} name="with" />}
      <Waiting answer={answer} />
      {!answer.busy &&
        shown &&
        unknown.map((id) => (
          <p key={id} class="problem">
            {words.unknown(id)}
          </p>
        ))}
      {shown?.one && shown.other && (
        <>
          <ComparedTable one={shown.one} other={shown.other} />
          <SharedParts one={shown.one} other={shown.other} />
        </>
      )}
      {other && <TakeAway title={words.compare} query={compareQuestion} variables={variables} />}
    </>
  );
}

type Two = { one: ComparedRead; other: ComparedRead };

function ComparedTable({ one, other }: Two) {
  const { compared, compare } = useWords(chainWords);
  const lang = useLang();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={compare}>
      <table class="compared">
        <thead>
          <tr>
            <td />
            {[one, other].map((event) => (
              <th key={event.id} scope="col">
                <To changes={{ event: event.id, link: null }}>
                  <Foreign text={event.title} languages={event.languages} />
                </To>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row head={compared.when} one={one} other={other}>
            {({ date }) => date.text}
          </Row>
          <Row head={compared.kind} one={one} other={other}>
            {({ kind, verification }) => `${labelOf(kind, lang)} · ${labelOf(verification, lang)}`}
          </Row>
          <Row head={compared.summary} one={one} other={other}>
            {({ summary, languages }) => <Foreign text={summary} languages={languages} />}
          </Row>
          <Row head={compared.who} one={one} other={other}>
            {({ participations }) => (
              <List
                items={participations.map(({ actor, role }) => (
                  <>
                    {actor.name} <small>({labelOf(role, lang)})</small>
                  </>
                ))}
              />
            )}
          </Row>
          <Row head={compared.where} one={one} other={other}>
            {(event) => <List items={placesOf(event).map(({ name }) => name)} />}
          </Row>
          <Row head={compared.policies} one={one} other={other}>
            {({ policyChanges }) => (
              <List
                items={policyChanges.map(({ policy, effect }) => (
                  <>
                    {labelOf(effect, lang)}:{' '}
                    <To fresh changes={{ view: 'policies', policy: policy.id }}>
                      {policy.name}
                    </To>
                  </>
                ))}
              />
            )}
          </Row>
          <Row head={compared.causes} one={one} other={other}>
            {({ causes, recordedCauses }) => (
              <>
                {recordedCauses > 0 && <HopList hops={causes} of="CAUSAL" />}
                {recordedCauses < 2 && <NoOtherCauses none={recordedCauses === 0} />}
              </>
            )}
          </Row>
          <Row head={compared.followers} one={one} other={other}>
            {({ followers }) => <HopList hops={followers} />}
          </Row>
          <Row head={compared.numbers} one={one} other={other}>
            {({ id, observations }) => (
              <List
                items={observations.nodes.map(({ label, metric }) => (
                  <To key={label} fresh changes={{ view: 'numbers', metric: metric.id, around: id }}>
                    {label}
                  </To>
                ))}
              />
            )}
          </Row>
        </tbody>
      </table>
    </section>
  );
}

function NoOtherCauses({ none }: { none: boolean }) {
  const { noCauses } = useWords(chainWords);
  const { noOtherCauses } = useWords(linkWords);
  return <p class="note">{none ? noCauses : noOtherCauses}</p>;
}

type RowProps = Two & { head: string; children: (event: ComparedRead) => ComponentChildren };

const Row = ({ head, one, other, children }: RowProps) => (
  <tr>
    <th scope="row">{head}</th>
    <td>{children(one)}</td>
    <td>{children(other)}</td>
  </tr>
);

function List({ items }: { items: ComponentChildren[] }) {
  const { none } = useWords(common);
  if (items.length === 0) return <span class="none">{none}</span>;
  return (
    <ul>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list of one event never changes its order
        <li key={at}>{item}</li>
      ))}
    </ul>
  );
}

/** The events at the other ends of links, each with the link in marks and a way to all that is told of it. */
function HopList({ hops, of }: { hops: ComparedRead['causes']; of?: string }) {
  const words = useWords(chainWords);
  const nodes = (hops?.nodes ?? []).filter(({ family }) => !of || family === of);
  const left = (hops?.totalCount ?? 0) - (hops?.nodes.length ?? 0);
  return (
    <>
      <List
        items={nodes.map((hop) => (
          <>
            <EventLine event={hop.event} />
            <To changes={{ link: hop.id, event: null }} class="hop-marks">
              <LinkMarks link={hop} />
              <span class="unseen">{hop.label}</span>
            </To>
          </>
        ))}
      />
      {left > 0 && <p class="note">{words.more(left)}</p>}
    </>
  );
}

function SharedParts({ one, other }: Two) {
  const words = useWords(chainWords);
  const shared = sharedBy(one, other);
  const parts = Object.entries(words.sharedOf).map(
    ([part, head]) => ({ part, head, things: shared[part as keyof typeof shared] }) as const,
  );
  const nothing = parts.every(({ things }) => things.length === 0);
  return (
    <section class="shared">
      <h2>{words.shared}</h2>
      {nothing && <p class="none">{words.sharedNothing}</p>}
      <dl>
        {parts
          .filter(({ things }) => things.length > 0)
          .map(({ part, head, things }) => (
            <div key={part}>
              <dt>{head}</dt>
              {things.map(({ id, name }) => (
                <dd key={id}>
                  <Thing part={part} id={id} name={name} />
                </dd>
              ))}
            </div>
          ))}
      </dl>
      <p class="ways">
        <To changes={{ to: other.id, with: null, show: null }}>{words.allWays}</To>
      </p>
    </section>
  );
}

function Thing({ part, id, name }: { part: string; id: string; name: string }) {
  if (part === 'links') return <To changes={{ link: id, event: null }}>{name}</To>;
  if (part === 'causes' || part === 'followers') return <To changes={{ event: id, link: null }}>{name}</To>;
  if (part !== 'policies') return <>{name}</>;
  return (
    <To fresh changes={{ view: 'policies', policy: id }}>
      {name}
    </To>
  );
}
