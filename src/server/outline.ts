import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anchor, escapeMarkup } from '../exports/markup';
import { asker } from './askSelf';
import { headOf, Refused } from './faults';
import { conventions, type OutlineWords, outlineWords } from './outlineWords';
import { plainPage } from './plainPage';

/** Events on a page of the outline. */
const onPage = 100;
/** Links that are listed of one event, in each direction. */
const mostLinks = 50;

/** Documented questions, as anybody could ask them. */
export const listQuestion = `# The events of an outline, with the ids of their links
query Outline($where: EventFilter, $after: String, $lang: String) {
  dataset { title citeAs languages }
  all: events(first: 0) { totalCount facets(of: [PLACE, YEAR], first: 100) { of values { value label(lang: $lang) } } }
  single: events(first: 0, where: { verifications: [SINGLE_SOURCE] }) { totalCount }
  events(first: ${onPage}, after: $after, where: $where) {
    totalCount
    pageInfo { endCursor hasNextPage }
    nodes {
      id languages recordedCauses
      title(lang: $lang)
      date { text(lang: $lang) }
      summary(lang: $lang)
      followedBy(first: ${mostLinks}) { totalCount nodes { id } }
      precededBy(first: ${mostLinks}) { totalCount nodes { id } }
      sources { title url publisher }
    }
  }
}`;

export const linksQuestion = `# The links of an outline: by whom, who disagrees, on what they rest
query OutlineLinks($ids: [ID!]!, $lang: String) {
  nodes(ids: $ids) {
    ... on EventLink {
      id disputed
      label(lang: $lang)
      from { id title(lang: $lang) }
      to { id title(lang: $lang) }
      claims(stances: [DISPUTES, DENIES], first: 5) {
        nodes { stance text(lang: $lang) by { ... on Actor { label(lang: $lang) } ... on Source { label(lang: $lang) } } }
      }
      sources { title url publisher }
    }
  }
}`;

interface Source {
  title: string;
  url: string;
  publisher: string | null;
}

interface Link {
  id: string;
  disputed: boolean;
  label: string;
  from: { id: string; title: string };
  to: { id: string; title: string };
  claims: { nodes: { stance: string; text: string; by: { label: string } }[] };
  sources: Source[];
}

interface LinkIds {
  totalCount: number;
  nodes: { id: string }[];
}

interface Event {
  id: string;
  languages: string[];
  recordedCauses: number;
  title: string;
  date: { text: string };
  summary: string;
  followedBy: LinkIds;
  precededBy: LinkIds;
  sources: Source[];
}

interface Listed {
  dataset: { title: string; citeAs: string; languages: string[] };
  all: { totalCount: number; facets: { of: string; values: { value: string; label: string }[] }[] };
  single: { totalCount: number };
  events: { totalCount: number; pageInfo: { endCursor: string | null; hasNextPage: boolean }; nodes: Event[] } | null;
}

/** What an address of the outline asks for. */
interface Asked {
  lang: string;
  year: string;
  place: string;
  event: string;
  after: string;
}

/**
 * `/outline`: events with their links, written by the server, for a reader without JavaScript. It asks the same GraphQL
 * as anybody: the same limits, turns and remembered answers.
 */
export function routeOutline(http: FastifyInstance): void {
  http.get('/outline', async (request, reply) => {
    const asked = askedBy(request);
    const words = outlineWords[baseOf(asked.lang)] ?? (outlineWords.en as OutlineWords);
    const spoken = Object.hasOwn(outlineWords, baseOf(asked.lang)) ? asked.lang : 'en';
    const ask = asker(http, request);
    try {
      const listed = await ask<Listed>(listQuestion, {
        where: whereOf(asked),
        after: asked.after || null,
        lang: asked.lang,
      });
      const events = listed.events?.nodes ?? [];
      const ids = [...new Set(events.flatMap(linkIdsOf))];
      const { nodes } = await ask<{ nodes: (Link | null)[] }>(linksQuestion, { ids, lang: asked.lang });
      const links = new Map(nodes.flatMap((link) => (link ? [[link.id, link] as const] : [])));
      const html = pageOf({ asked, words, listed, links, locale: conventions[baseOf(spoken)] ?? 'en-CA' });
      return send(reply, plainPage({ lang: asked.lang, title: words.title, body: html }));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      const body = `<main><h1>${words.fault}</h1><p>${escapeMarkup(fault.message)}</p><p><a href="/outline">${words.all}</a></p></main>`;
      return send(headOf(reply, fault.extensions), plainPage({ lang: spoken, title: words.fault, body }));
    }
  });
}

const send = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(html);

function askedBy({ query }: FastifyRequest): Asked {
  const given = query as Record<string, string | string[] | undefined>;
  const textOf = (name: string): string => [given[name] ?? ''].flat().at(-1) ?? '';
  return {
    lang: textOf('lang') || 'en',
    year: textOf('year'),
    place: textOf('place'),
    event: textOf('event'),
    after: textOf('after'),
  };
}

function whereOf({ year, place, event }: Asked): Record<string, unknown> {
  if (event) return { ids: [event] };
  return { ...(year && { from: year, until: year }), ...(place && { places: [place] }) };
}

const baseOf = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';

const linkIdsOf = ({ followedBy, precededBy }: Event): string[] =>
  [...followedBy.nodes, ...precededBy.nodes].map(({ id }) => id);

interface Shown {
  asked: Asked;
  words: OutlineWords;
  listed: Listed;
  links: ReadonlyMap<string, Link>;
  locale: string;
}

function pageOf(shown: Shown): string {
  const { asked, words, listed, locale } = shown;
  const events = listed.events?.nodes ?? [];
  const total = listed.events?.totalCount ?? 0;
  const count = (number: number) => number.toLocaleString(locale);
  return [
    languagesOf(shown),
    '<main>',
    `<h1>${words.title}</h1>`,
    `<p>${words.lead}</p>`,
    formOf(shown),
    `<p>${words.events(total, count(total))}${events.length > 0 ? `; ${words.shown(events.length)}` : ''}</p>`,
    total === 0 ? `<p>${words.none}</p>` : '',
    events.length === 0 ? '' : `<ol class="events">\n${events.map((event) => eventOf(event, shown)).join('\n')}\n</ol>`,
    pagesOf(shown),
    '</main>',
    '<footer>',
    `<p class="quiet">${escapeMarkup(listed.dataset.citeAs)} ${words.singleSource(count(listed.single.totalCount), count(listed.all.totalCount))}</p>`,
    `<p><a href="/?lang=${encodeURIComponent(asked.lang)}">${words.page}</a> · <a href="/teach?lang=${encodeURIComponent(asked.lang)}">${words.teach}</a></p>`,
    '</footer>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The same page in each language of the data set. */
function languagesOf({ asked, words, listed }: Shown): string {
  const items = listed.dataset.languages.map((lang) => {
    const current = baseOf(lang) === baseOf(asked.lang) ? ' aria-current="true"' : '';
    const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
    return `<li><a href="${addressOf({ ...asked, lang })}" hreflang="${escapeMarkup(lang)}" lang="${escapeMarkup(lang)}"${current}>${escapeMarkup(name)}</a></li>`;
  });
  return `<nav aria-label="${words.languages}"><ul>${items.join('')}</ul></nav>`;
}

/** An address of the outline, escaped for an attribute. */
function addressOf({ lang, year, place, event, after }: Asked): string {
  const given = Object.entries({ lang, year, place, event, after }).filter(([, value]) => value !== '');
  return escapeMarkup(`/outline?${new URLSearchParams(given)}`);
}

function formOf({ asked, words, listed }: Shown): string {
  const valuesOf = (of: string) => listed.all.facets.find((facet) => facet.of === of)?.values ?? [];
  const select = (name: 'year' | 'place', label: string, any: string, of: string) => {
    const options = valuesOf(of).map(
      ({ value, label: text }) =>
        `<option value="${escapeMarkup(value)}"${value === asked[name] ? ' selected' : ''}>${escapeMarkup(text)}</option>`,
    );
    return `<label>${label} <select name="${name}"><option value="">${any}</option>${options.join('')}</select></label>`;
  };
  return [
    '<form method="get" action="/outline">',
    `<input type="hidden" name="lang" value="${escapeMarkup(asked.lang)}">`,
    select('year', words.year, words.anyYear, 'YEAR'),
    select('place', words.place, words.anyPlace, 'PLACE'),
    `<button type="submit">${words.show}</button>`,
    '</form>',
  ].join('\n');
}

function pagesOf({ asked, words, listed }: Shown): string {
  const { endCursor, hasNextPage } = listed.events?.pageInfo ?? { endCursor: null, hasNextPage: false };
  const links = [
    asked.after || asked.event || asked.year || asked.place
      ? `<li><a href="${addressOf({ lang: asked.lang, year: '', place: '', event: '', after: '' })}">${asked.after ? words.first : words.all}</a></li>`
      : '',
    hasNextPage && endCursor
      ? `<li><a rel="next" href="${addressOf({ ...asked, after: endCursor })}">${words.next}</a></li>`
      : '',
  ];
  return links.every((link) => link === '') ? '' : `<nav aria-label="${words.all}"><ul>${links.join('')}</ul></nav>`;
}

function eventOf(event: Event, shown: Shown): string {
  const { asked, words } = shown;
  const isForeign = !event.languages.some((lang) => baseOf(lang) === baseOf(asked.lang));
  const lang = isForeign ? ` lang="${escapeMarkup(event.languages[0] ?? '')}"` : '';
  return [
    `<li id="${anchorOf(event.id)}">`,
    `<h2${lang}><a href="${addressOf({ ...asked, year: '', place: '', after: '', event: event.id })}">${escapeMarkup(event.title)}</a></h2>`,
    `<p class="quiet">${escapeMarkup(event.date.text)}</p>`,
    event.summary === '' ? '' : `<p${lang}>${escapeMarkup(event.summary)}</p>`,
    linksOf(words.led, event.precededBy, shown, 'from'),
    event.precededBy.totalCount > 0 && event.recordedCauses < 2 ? `<p class="quiet">${words.noOtherCauses}</p>` : '',
    linksOf(words.followed, event.followedBy, shown, 'to'),
    event.sources.length === 0
      ? ''
      : `<p class="quiet">${words.sources}: ${event.sources.map(sourceOf).join('; ')}</p>`,
    '</li>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Ids of the page hold no signs that an address or an attribute would read otherwise. */
const anchorOf = (id: string): string => `event-${encodeURIComponent(id)}`;

function linksOf(heading: string, { totalCount, nodes }: LinkIds, shown: Shown, end: 'from' | 'to'): string {
  if (totalCount === 0) return '';
  const more = totalCount > nodes.length ? `<li>${shown.words.more(totalCount - nodes.length)}</li>` : '';
  const items = nodes.flatMap(({ id }) => {
    const link = shown.links.get(id);
    return link ? [linkOf(link, shown, end)] : [];
  });
  return `<h3>${heading}</h3>\n<ul>${items.join('')}${more}</ul>`;
}

/** A link as a sentence, and a way to its other end; what leads on is told with who disagrees and what it rests on. */
function linkOf(link: Link, { asked, words, listed }: Shown, end: 'from' | 'to'): string {
  const other = link[end];
  const isHere = listed.events?.nodes.some(({ id }) => id === other.id);
  const href = isHere
    ? `#${anchorOf(other.id)}`
    : addressOf({ ...asked, year: '', place: '', after: '', event: other.id });
  const against = link.claims.nodes.map(
    ({ stance, text, by }) =>
      `<li>${escapeMarkup(by.label)} ${stance === 'DENIES' ? words.denies : words.disputes}: ${escapeMarkup(text)}</li>`,
  );
  return [
    `<li><a href="${href}">${escapeMarkup(other.title)}</a>. ${escapeMarkup(link.label)}`,
    link.disputed ? ` <span class="disputed">≠ ${words.disputed}</span>` : '',
    end === 'to' && link.sources.length > 0
      ? ` <span class="quiet">${words.sources}: ${link.sources.map(sourceOf).join('; ')}</span>`
      : '',
    against.length > 0 && end === 'to' ? `<p>${words.against}:</p><ul>${against.join('')}</ul>` : '',
    '</li>',
  ].join('');
}

const sourceOf = ({ title, url, publisher }: Source): string =>
  `${anchor(url, title)}${publisher ? ` (${escapeMarkup(publisher)})` : ''}`;
