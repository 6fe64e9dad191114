import type { ComponentChildren } from 'preact';
import { useAnswer } from '../answers';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { common } from '../words/common';
import { linkWords } from '../words/links';
import { panelWords } from '../words/panel';
import { Foreign } from './Foreign';
import { inGraphQL } from './inGraphQL';
import { Claims, LinkEnds, LinkInWords, LinkMarks, Sources } from './LinkInWords';
import { type LinkRead, linkQuestion } from './linkQuestion';
import { type EventRead, type LinkBrief, type PanelRead, panelQuestion } from './panelQuestion';
import { SidePanel } from './SidePanel';
import { To } from './To';
import { Waiting } from './Waiting';

/** What the address has selected, an event or a link, beside every view. */
export function SelectionPanel() {
  const { event, link } = usePage().address;
  if (link) return <LinkPanel id={link} />;
  return event ? <EventPanel id={event} /> : null;
}

function EventPanel({ id }: { id: string }) {
  const words = useWords(panelWords);
  const lang = useLang();
  const answer = useAnswer<PanelRead>(panelQuestion, { event: id, lang });
  const event = answer.busy ? null : (answer.data?.event ?? null);
  return (
    <SidePanel label={words.panel} about={id}>
      <Waiting answer={answer} />
      {!answer.busy && answer.data && !event && <p>{words.unknown(id)}</p>}
      {event && answer.data && <EventInFull event={event} dataset={answer.data.dataset} />}
    </SidePanel>
  );
}

function LinkPanel({ id }: { id: string }) {
  const words = useWords(panelWords);
  const texts = useWords(common);
  const lang = useLang();
  const answer = useAnswer<{ link: LinkRead | null }>(linkQuestion, { link: id, lang });
  const link = answer.busy ? null : (answer.data?.link ?? null);
  return (
    <SidePanel label={words.panel} about={id}>
      <Waiting answer={answer} />
      {!answer.busy && answer.data && !link && <p>{words.unknown(id)}</p>}
      {link && (
        <>
          <h2 tabIndex={-1}>{labelOf(link.type, lang)}</h2>
          <LinkEnds link={link} />
          <LinkInWords link={link} />
          <p class="actions">
            <a href={inGraphQL(linkQuestion, { link: id, lang })}>{texts.askInGraphQL}</a>
          </p>
        </>
      )}
    </SidePanel>
  );
}

/** Heading first, then date, text and so on down to the sources, in the order in which they are read aloud. */
function EventInFull({ event, dataset }: { event: EventRead; dataset: PanelRead['dataset'] }) {
  const words = useWords(panelWords);
  const lang = useLang();
  const basis = words.dateBasis[event.date.basis ?? ''];
  return (
    <article class="event-full">
      <h2 tabIndex={-1}>
        <Foreign text={event.title} languages={event.languages} />
      </h2>
      <p class="when">
        <b>{event.date.text}</b>
        {basis && <small> ({basis})</small>} · {labelOf(event.kind, lang)} · {labelOf(event.verification, lang)}
      </p>
      <ContentNotes notes={event.contentNotes} />
      <p>
        <Foreign text={event.summary} languages={event.languages} />
      </p>
      <Ways event={event} />
      <Part title={words.who} items={event.participations}>
        {({ actor, role, detail }) => (
          <>
            <b>{actor.name}</b>: {labelOf(role, lang)}
            {detail && <small> ({detail})</small>}
          </>
        )}
      </Part>
      <Places event={event} />
      <Part title={words.policies} items={event.policyChanges}>
        {({ policy, effect, statusAfter, scope, effectiveFrom }) => (
          <>
            {labelOf(effect, lang)}:{' '}
            <To fresh changes={{ view: 'policies', policy: policy.id }}>
              {policy.name}
            </To>
            <small>
              {[statusAfter && words.statusAfter(labelOf(statusAfter, lang)), effectiveFrom?.text, scope]
                .filter(Boolean)
                .map((text) => `; ${text}`)
                .join('')}
            </small>
          </>
        )}
      </Part>
      <Links title={words.led} links={event.precededBy?.nodes ?? []} end="from" />
      {event.recordedCauses < 2 && <NoOtherCauses />}
      <Links title={words.followed} links={event.followedBy?.nodes ?? []} end="to" />
      {event.claims.nodes.length > 0 && (
        <>
          <h3>{words.claims}</h3>
          <Claims claims={event.claims.nodes} none="" />
        </>
      )}
      <Part title={words.numbers} items={event.observations.nodes} note={words.numbersNote}>
        {({ label, metric }) => (
          <To fresh changes={{ view: 'numbers', metric: metric.id, around: event.id }}>
            {label}
          </To>
        )}
      </Part>
      <Part title={words.stories} items={event.stories}>
        {({ id, title, question }) => (
          <To fresh changes={{ view: 'story', story: id }}>
            {question ?? title}
          </To>
        )}
      </Part>
      <SourcesPart event={event} />
      <Citation event={event} dataset={dataset} />
    </article>
  );
}

function NoOtherCauses() {
  return <p class="note">{useWords(linkWords).noOtherCauses}</p>;
}

function SourcesPart({ event }: { event: EventRead }) {
  const words = useWords(common);
  return (
    <>
      <h3>{words.sources}</h3>
      <Sources sources={event.sources} />
    </>
  );
}

function ContentNotes({ notes }: { notes: string[] }) {
  const words = useWords(panelWords);
  const lang = useLang();
  if (notes.length === 0) return null;
  return (
    <p class="content-notes">
      {words.contentNotes} {notes.map((note) => labelOf(note, lang)).join(', ')}.
    </p>
  );
}

/** The ways on from an event, each to a view. */
function Ways({ event }: { event: EventRead }) {
  const words = useWords(panelWords);
  return (
    <p class="ways">
      <To fresh changes={{ view: 'chain', start: event.id }}>
        {words.seeChain}
      </To>
      <To fresh changes={{ view: 'chain', start: event.id, direction: 'back' }}>
        {words.seeLedTo}
      </To>
      <To fresh changes={{ view: 'chain', start: event.id, show: 'causes' }}>
        {words.causes}
      </To>
      <To fresh changes={{ view: 'timeline', event: event.id }}>
        {words.onTimeline}
      </To>
      {event.observations.nodes[0] && (
        <To fresh changes={{ view: 'numbers', around: event.id, metric: event.observations.nodes[0].metric.id }}>
          {words.seeNumbers}
        </To>
      )}
    </p>
  );
}

function Places({ event }: { event: EventRead }) {
  const words = useWords(panelWords);
  const lang = useLang();
  const named = [
    ...event.places.map(({ place, role }) => ({ place, role: labelOf(role, lang) })),
    ...[...event.jurisdictions, ...event.affects]
      .filter(({ id }) => !event.places.some(({ place }) => place.id === id))
      .map((place) => ({ place, role: '' })),
  ];
  const shown = named.filter(
    ({ place, role }, at) => named.findIndex((one) => one.place.id === place.id && one.role === role) === at,
  );
  return (
    <Part title={words.where} items={shown}>
      {({ place, role }) => (
        <>
          {place.name}
          {role && <small> ({role})</small>}
        </>
      )}
    </Part>
  );
}

type PartProps<Item> = { title: string; items: Item[]; note?: string; children: (item: Item) => ComponentChildren };

/** A heading and a list; nothing where there is nothing. */
function Part<Item>({ title, items, note, children }: PartProps<Item>) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {note && <p class="note">{note}</p>}
      <ul>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one event never changes its order
          <li key={at}>{children(item)}</li>
        ))}
      </ul>
    </>
  );
}

function Links({ title, links, end }: { title: string; links: LinkBrief[]; end: 'from' | 'to' }) {
  return (
    <Part title={title} items={links}>
      {(link) => (
        <>
          <To changes={{ event: link[end].id }}>{link[end].title}</To> <small>{link[end].date.text}</small>
          <LinkMarks link={link} />
          <To changes={{ link: link.id }} class="quiet">
            {link.label}
          </To>
        </>
      )}
    </Part>
  );
}

/** A reference with the edition and this page's own address, ready to copy. */
function Citation({ event, dataset }: { event: EventRead; dataset: PanelRead['dataset'] }) {
  const words = useWords(panelWords);
  const texts = useWords(common);
  const lang = useLang();
  const { announce, hrefOf } = usePage();
  const address = new URL(hrefOf({ event: event.id, view: null }, 'fresh'), window.location.href);
  const reference = `“${event.title}” (${event.date.text}). ${dataset.citeAs} ${address}`;
  const copy = async () => {
    await navigator.clipboard.writeText(reference);
    announce(texts.copied);
  };
  return (
    <>
      <h3>{words.cite}</h3>
      <p class="citation">{reference}</p>
      <p class="actions">
        <button type="button" onClick={copy}>
          {words.copyCitation}
        </button>{' '}
        <a href={inGraphQL(panelQuestion, { event: event.id, lang })}>{texts.askInGraphQL}</a>
      </p>
      <details>
        <summary>{words.wrong}</summary>
        <p>{words.wrongHow(event.id, dataset.version)}</p>
      </details>
    </>
  );
}
