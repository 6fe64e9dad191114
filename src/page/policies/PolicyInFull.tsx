import { useAnswer } from '../answers';
import { Foreign } from '../parts/Foreign';
import { Claims } from '../parts/LinkInWords';
import { ToTwin, Twin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import { common } from '../words/common';
import { LifeBar, YearAxis } from './Life';
import { domainUntil, lifeParts } from './layout';
import { type PolicyRead, policyQuestion } from './questions';
import { useStateColumns } from './stateColumns';
import { policiesWords } from './words';

/** One policy: what it is, its life as a bar and in periods, what was done to it by which events, what is said of it. */
export function PolicyInFull({ id }: { id: string }) {
  const words = useWords(policiesWords);
  const texts = useWords(common);
  const lang = useLang();
  const { status, from, until, event, scope, certainty } = useStateColumns();
  const variables = { policy: id, lang };
  const answer = useAnswer<PolicyRead>(policyQuestion, variables);
  const { policy, dataset } = answer.data ?? {};
  if (!policy || !dataset) {
    return (
      <>
        <h1>{texts.policies}</h1>
        <Waiting answer={answer} />
        {answer.data && <p>{words.unknown(id)}</p>}
      </>
    );
  }
  const domain = domainUntil(dataset.until);
  const kind =
    dataset.vocabulary.find(({ word }) => word === policy.policyKind)?.label ?? labelOf(policy.policyKind, lang);
  return (
    <article class="policy">
      <p>
        <To fresh changes={{ view: 'policies' }}>
          ← {words.back}
        </To>
      </p>
      <h1>
        <Foreign text={policy.name} languages={policy.languages} />
      </h1>
      <p class="quiet">{[kind, ...policy.jurisdictions.map(({ name }) => name)].join(' · ')}</p>
      {policy.aliases.length > 0 && (
        <p class="quiet">
          {words.also}: {policy.aliases.join(', ')}
        </p>
      )}
      <ToTwin />
      <p class="lead">
        <Foreign text={policy.summary} languages={policy.languages} />
      </p>
      <Related title={words.partOf} policies={policy.partOf ? [policy.partOf] : []} />
      <Related title={words.parts} policies={policy.parts} />
      <h2>{words.life}</h2>
      <p class="note">{words.bars}</p>
      <div class="one-life">
        <LifeBar parts={lifeParts(policy.states, domain)} domain={domain} day={null} />
        <YearAxis domain={domain} room={7} />
      </div>
      <ol class="periods">
        {policy.states.map((state) => (
          <li key={`${state.status}${state.from?.text}`}>
            <b>{labelOf(state.status, lang)}</b>: {state.from?.text ?? words.beginning} –{' '}
            {state.until?.text ?? words.open}
            {state.scope && `; ${state.scope}`}
            {state.certainty === 'POSSIBLE' && <small> ({words.possible})</small>}
            {state.by && (
              <>
                <br />
                {words.by} <To changes={{ event: state.by.id }}>{state.by.title}</To>
              </>
            )}
          </li>
        ))}
      </ol>
      <h2>{words.changes}</h2>
      <ul>
        {policy.changes.map((change) => (
          <li key={`${change.event.id}${change.effect}`}>
            <To changes={{ event: change.event.id }}>{change.event.title}</To> ({change.event.date.text}){' '}
            <b>{labelOf(change.effect, lang)}</b>
            <small>
              {[
                change.statusAfter && labelOf(change.statusAfter, lang),
                change.effectiveFrom && `${words.from} ${change.effectiveFrom.text}`,
                change.effectiveUntil && `${words.until} ${change.effectiveUntil.text}`,
                change.scope,
              ]
                .filter(Boolean)
                .map((text) => `; ${text}`)
                .join('')}
            </small>
          </li>
        ))}
      </ul>
      {policy.claims.nodes.length > 0 && (
        <>
          <h2>{words.claims}</h2>
          <Claims claims={policy.claims.nodes} none="" />
        </>
      )}
      <Twin
        caption={words.life}
        columns={[status, from, until, event, scope, certainty]}
        rows={policy.states}
        keyOf={({ status, from }) => `${status}${from?.text}`}
      />
      <TakeAway title={policy.name} query={policyQuestion} variables={variables} />
    </article>
  );
}

function Related({ title, policies }: { title: string; policies: { id: string; name: string }[] }) {
  if (policies.length === 0) return null;
  return (
    <p>
      {title}:{' '}
      {policies.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <To fresh changes={{ view: 'policies', policy: id }}>
            {name}
          </To>
        </span>
      ))}
    </p>
  );
}
