import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../answers';
import { dateOf, dayInWords, dayOf, isDate, monthsLater } from '../days';
import { type Column, ToTwin, Twin } from '../parts/Table';
import { TakeAway } from '../parts/TakeAway';
import { To } from '../parts/To';
import { Waiting } from '../parts/Waiting';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { common } from '../words/common';
import { LifeBar, StatusPatterns, YearAxis } from './Life';
import { changeDays, type Domain, domainUntil, lifeParts } from './layout';
import { PolicyInFull } from './PolicyInFull';
import { type LivesRead, livesQuestion, type OnDayRead, onDayQuestion } from './questions';
import { useStateColumns } from './stateColumns';
import { policiesWords } from './words';
import './policies.css';

/** Those that a reader asks about, the strongest first. */
const shown = ['IN_FORCE', 'PARTLY_IN_FORCE', 'SUSPENDED', 'BLOCKED', 'ANNOUNCED'];

export function PoliciesView() {
  const { policy } = usePage().address;
  return (
    <>
      <StatusPatterns />
      {policy ? <PolicyInFull id={policy} /> : <OnDay />}
    </>
  );
}

function OnDay() {
  const words = useWords(policiesWords);
  const texts = useWords(common);
  const lang = useLang();
  const { address } = usePage();
  const lives = useAnswer<LivesRead>(livesQuestion, { lang });
  const until = lives.data?.dataset.until;
  const date = isDate(address.date) ? address.date : (until ?? null);
  const settled = useSettled(date);
  const variables = settled ? { date: settled, place: address.place ?? null, statuses: shown, lang } : null;
  const onDay = useAnswer<OnDayRead>(onDayQuestion, variables);
  return (
    <>
      <h1>{texts.policies}</h1>
      <p class="lead">{words.lead}</p>
      <ToTwin />
      <Waiting answer={lives} />
      {lives.data && until && date && (
        <>
          <Controls date={date} domain={domainUntil(until)} lives={lives.data} />
          <Waiting answer={onDay} />
          {onDay.data && <Standing onDay={onDay.data} lives={lives.data} date={date} domain={domainUntil(until)} />}
          {variables && (
            <TakeAway
              title={`${texts.policies}: ${dayInWords(date, lang)}`}
              query={onDayQuestion}
              variables={variables}
            />
          )}
        </>
      )}
    </>
  );
}

/** A value that has not changed for a moment, so that a slider under way does not ask at every day. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 150);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Controls({ date, domain, lives }: { date: string; domain: Domain; lives: LivesRead }) {
  const words = useWords(policiesWords);
  const lang = useLang();
  const { address, go, announce } = usePage();
  const days = useMemo(() => changeDays(lives.policies.nodes.flatMap(({ states }) => states)), [lives]);
  const day = dayOf(date);
  const show = (to: string, how: 'push' | 'replace') => {
    go({ date: dateOf(Math.min(domain.last, Math.max(domain.first, dayOf(to)))) }, how);
    announce(dayInWords(to, lang));
  };
  const step = (months: number) => show(monthsLater(date, months), 'push');
  const before = days.findLast((one) => one < day);
  const after = days.find((one) => one > day);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    show(monthsLater(date, (event.key === 'PageUp' ? 1 : -1) * (event.shiftKey ? 12 : 1)), 'replace');
  };
  return (
    <>
      <div class="slider">
        <input
          type="range"
          min={domain.first}
          max={domain.last}
          value={day}
          aria-label={words.slider}
          aria-valuetext={dayInWords(date, lang)}
          title={words.sliderHelp}
          onInput={({ currentTarget }) => show(dateOf(Number(currentTarget.value)), 'replace')}
          onKeyDown={onKeyDown}
        />
        <YearAxis domain={domain} room={7} />
      </div>
      <div class="controls">
        <label>
          {words.day}
          <input
            type="date"
            value={date}
            min={dateOf(domain.first)}
            max={dateOf(domain.last)}
            onChange={({ currentTarget }) => isDate(currentTarget.value) && show(currentTarget.value, 'push')}
          />
        </label>
        <fieldset>
          <button type="button" onClick={() => step(-12)}>
            {words.yearBack}
          </button>
          <button type="button" onClick={() => step(-1)}>
            {words.monthBack}
          </button>
          <button type="button" disabled={before === undefined} onClick={() => show(dateOf(before ?? day), 'push')}>
            ← {words.changeBack}
          </button>
          <button type="button" disabled={after === undefined} onClick={() => show(dateOf(after ?? day), 'push')}>
            {words.changeOn} →
          </button>
          <button type="button" onClick={() => step(1)}>
            {words.monthOn}
          </button>
          <button type="button" onClick={() => step(12)}>
            {words.yearOn}
          </button>
        </fieldset>
        <label>
          {words.place}
          <select value={address.place ?? ''} onChange={({ currentTarget }) => go({ place: currentTarget.value })}>
            <option value="">{words.everywhere}</option>
            {placesOf(lives).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Choose lives={lives} />
      </div>
    </>
  );
}

type Row = OnDayRead['policiesOn']['nodes'][number];

/** What stood how on the day: by status, each with its whole life beside it. */
function Standing(props: { onDay: OnDayRead; lives: LivesRead; date: string; domain: Domain }) {
  const { onDay, lives, date, domain } = props;
  const words = useWords(policiesWords);
  const lang = useLang();
  const rows = onDay.policiesOn.nodes;
  const states = new Map(lives.policies.nodes.map(({ id, states }) => [id, states]));
  const groups = shown
    .map((status) => ({ status, rows: rows.filter((row) => row.status === status) }))
    .filter((group) => group.rows.length > 0);
  return (
    <section class="standing" aria-label={words.caption(dayInWords(date, lang))}>
      <h2>{words.onDay(dayInWords(date, lang), rows.length)}</h2>
      <p class="note">{words.bars}</p>
      {rows.length === 0 && <p class="none">{words.none}</p>}
      {groups.map((group) => (
        <section key={group.status}>
          <h3>
            {labelOf(group.status, lang)} ({group.rows.length})
          </h3>
          <ul class="lives">
            {group.rows.map((row) => (
              <li key={row.policy.id}>
                <StandingLine row={row} />
                <LifeBar parts={lifeParts(states.get(row.policy.id) ?? [], domain)} domain={domain} day={dayOf(date)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Twin
        caption={words.caption(dayInWords(date, lang))}
        columns={useColumns()}
        rows={groups.flatMap((group) => group.rows)}
        keyOf={({ policy }) => policy.id}
      />
    </section>
  );
}

function StandingLine({ row }: { row: Row }) {
  const words = useWords(policiesWords);
  return (
    <p>
      <To fresh changes={{ view: 'policies', policy: row.policy.id }}>
        {row.policy.name}
      </To>{' '}
      <small>
        {row.from && `${words.since} ${row.from.text}`}
        {row.by && (
          <>
            {', '}
            {words.by} <To changes={{ event: row.by.id }}>{row.by.title}</To>
          </>
        )}
        {row.scope && `; ${row.scope}`}
        {row.certainty === 'POSSIBLE' && `; ${words.possible}`}
      </small>
    </p>
  );
}

function useColumns(): Column<Row>[] {
  const words = useWords(policiesWords);
  const { status, from, event, scope, certainty } = useStateColumns();
  const policy: Column<Row> = {
    head: words.policy,
    text: (row) => row.policy.name,
    cell: (row) => (
      <To fresh changes={{ view: 'policies', policy: row.policy.id }}>
        {row.policy.name}
      </To>
    ),
  };
  return [policy, status, from, event, scope, certainty];
}

function Choose({ lives }: { lives: LivesRead }) {
  const words = useWords(policiesWords);
  const { go } = usePage();
  return (
    <label class="one-policy">
      {words.choose}
      <select value="" onChange={({ currentTarget }) => go({ view: 'policies', policy: currentTarget.value }, 'fresh')}>
        <option value="">…</option>
        {lives.policies.nodes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The places whose policies there are, by name. */
function placesOf({ policies }: LivesRead): { id: string; name: string }[] {
  const places = new Map(
    policies.nodes.flatMap(({ jurisdictions }) => jurisdictions.map((place) => [place.id, place])),
  );
  return [...places.values()].sort((a, b) => a.name.localeCompare(b.name));
}
