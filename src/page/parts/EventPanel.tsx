import type { ComponentChildren } from 'preact';
import { type Changes, fresh, writeAddress } from '../address';
import { useAnswer } from '../answers';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { common } from '../words/common';
import { linkWords } from '../words/links';
import { panelWords } from '../words/panel';
import { copyText } from './copyText';
import { Foreign } from './Foreign';
import { inGraphQL } from './inGraphQL';
import { Claims, LinkEnds, LinkInWords, LinkMarks, Sources } from './LinkInWords';
import { type LinkPanelRead, linkQuestion } from './linkQuestion';
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
  const lang = useLang();
  const answer = useAnswer<LinkPanelRead>(linkQuestion, { link: id, lang });
  const link = answer.busy ? null : (answer.data?.link ?? null);
  return (
    <SidePanel label={words.panel} about={id}>
      <Waiting answer={answer} />
      {!answer.busy && answer.data && !link && <p>{words.unknown(id)}</p>}
      {link && answer.data && (
        <>
          <h2 tabIndex={-1}>{words.link}</h2>
          <LinkEnds link={link} />
          <LinkInWords link={link} />
          <Citation
            id={id}
            title={`${link.from.title} → ${link.to.title}`}
            date={`${link.from.date.text}; ${link.to.date.text}`}
            changes={{ link: id }}
            dataset={answer.data.dataset}
            query={linkQuestion}
            variables={{ link: id, lang }}
          />
        </>
      )}
    </SidePanel>
  );
}

/** Heading first, then date, text and so on down to the sources, in the order in which they are read aloud. */
function EventInFull({ event, dataset }: { event: EventRead; dataset: PanelRead['dataset'] }) {
  const words = useWords(panelWords);
  const lang = useLang();
  const dated = [words.precision[event.date.precision], words.dateBasis[event.date.basis ?? '']].filter(Boolean);
  return (
    <article class="event-full">
      <h2 tabIndex={-1}>
        <Foreign text={event.title} languages={event.languages} />
      </h2>
      <p class="when">
        <b>{event.date.text}</b>
        {dated.length > 0 && <small> ({dated.join('; ')})</small>} · {labelOf(event.kind, lang)} ·{' '}
        {labelOf(event.verification, lang)}
      </p>
      <ContentNotes notes={event.contentNotes} />
      <p>
        <Foreign text={event.summary} languages={event.languages} />
      </p>
      <Picture image={event.image} />
      <Ways event={event} />
      <Part title={words.who} items={event.participations}>
        {({ actor, role, detail }) => (
          <>
            <b>{actor.name}</b>: {labelOf(role, lang)}
            {detail && <small> ({detail})</small>}
          </>
        )}
      </Part>
      <Places event={event} roles={dataset.roles} />
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
      <Citation
        id={event.id}
        title={event.title}
        date={event.date.text}
        changes={{ event: event.id }}
        dataset={dataset}
        query={panelQuestion}
        variables={{ event: event.id, lang }}
      />
    </article>
  );
}

/** A picture stands elsewhere on the web, and this page fetches nothing from there: the reader may. */
function Picture({ image }: Pick<EventRead, 'image'>) {
  const words = useWords(panelWords);
  if (!image) return null;
  return (
    <p class="picture">
      {words.picture}:{' '}
      <a href={image.url} rel="noreferrer">
        {image.alt || image.url}
      </a>{' '}
      <small>
        ({image.credit}, {image.license})
      </small>
    </p>
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

/** Each place once, with all its roles in the data set's own words for them. */
function Places({ event, roles }: { event: EventRead; roles: PanelRead['dataset']['roles'] }) {
  const words = useWords(panelWords);
  const lang = useLang();
  const places = [...event.places.map(({ place }) => place), ...event.jurisdictions, ...event.affects];
  const each = places.filter(({ id }, at) => places.findIndex((one) => one.id === id) === at);
  const rolesOf = (id: string) =>
    event.places.flatMap(({ place, role }) =>
      place.id === id ? (roles.find(({ word }) => word === role)?.label ?? labelOf(role, lang)) : [],
    );
  return (
    <Part title={words.where} items={each}>
      {({ id, name }) => (
        <>
          <b>{name}</b>
          {rolesOf(id).length > 0 && <>: {rolesOf(id).join('; ')}</>}
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

type Cited = {
  id: string;
  title: string;
  date: string;
  /** What in an address shows it. */
  changes: Changes;
  dataset: LinkPanelRead['dataset'];
  query: string;
  variables: Record<string, unknown>;
};

/** A reference with the edition and this page's own address, ready to copy; the question itself; what to do about a mistake. */
function Citation({ id, title, date, changes, dataset, query, variables }: Cited) {
  const words = useWords(panelWords);
  const texts = useWords(common);
  const { announce, address: shown } = usePage();
  const address = `${window.location.origin}/${writeAddress(fresh(shown, changes))}`;
  const reference = words.reference(title, date, dataset.citeAs, address);
  const copy = async () => {
    await copyText(reference);
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
        <a href={inGraphQL(query, variables)}>{texts.askInGraphQL}</a>
      </p>
      <details>
        <summary>{words.wrong}</summary>
        <p>{words.wrongHow(id, dataset.version)}</p>
      </details>
    </>
  );
}
