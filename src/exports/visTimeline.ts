import { dateText } from '../answers/dates';
import { dayAfter, lossesOfEnd, placedEvents, type When } from './days';
import { leaveOut } from './details';
import { inTurns, jsonInTurns } from './inTurns';
import { createLedger } from './losses';
import { escapeMarkup } from './markup';
import {
  disputesOf,
  type Named,
  type SelectedEvent,
  type SelectedLink,
  type Selection,
  type Written,
} from './selection';
import { claimLine } from './words';

/** JSON for vis-timeline: items and groups to give to its data sets, and the links as a list of edges. */
export async function visTimeline(selection: Selection): Promise<Written> {
  const { title, dataset, events, links, lang } = selection;
  const ledger = createLedger();
  const groups = new Map<string, Named>();
  const placed = placedEvents(events, ledger);
  const shown = new Set(placed.map(({ event }) => event.id));
  const items = await inTurns(placed, selection, ({ event, when, days }) => {
    for (const reason of lossesOfEnd(when)) ledger.add(reason);
    const lanes = lanesOf(event);
    for (const lane of lanes) groups.set(lane.id, lane);
    return lanes.map(({ id: group }) => ({
      id: `${event.id}@${group}`,
      event: event.id,
      group,
      content: escapeMarkup(event.title),
      title: escapeMarkup(`${dateText(event.edtf, lang)}: ${event.title}`),
      ...extentOf(when, days),
      className: classesOf(event, when),
      edtf: event.edtf,
      summary: event.summary,
      kind: event.kind,
      contentNotes: event.contentNotes,
      sources: event.sources.map(({ title: name, url }) => ({ title: name, url })),
    }));
  });
  const edges = links.filter(({ from, to }) => shown.has(from) && shown.has(to));
  ledger.add('endLeftOut', links.length - edges.length);
  leaveOut(ledger, events, 'actors', 'policies', 'places', 'claims', 'image');
  const body = {
    title,
    dataset,
    items: items.flat(),
    groups: [...groups.values()].map(({ id, name }, order) => ({ id, content: escapeMarkup(name), order })),
    edges: await inTurns(edges, selection, (link) => edgeOf(link, lang)),
  };
  return {
    body: await jsonInTurns(body, selection),
    eventCount: shown.size,
    linkCount: edges.length,
    losses: ledger.losses(),
  };
}

/** An event stands in the lane of each of its jurisdictions, or else of each place that it affects. */
function lanesOf({ jurisdictions, affects }: SelectedEvent): Named[] {
  const places = jurisdictions.length > 0 ? jurisdictions : affects;
  return places.length > 0 ? places : [{ id: 'no-place', name: '' }];
}

/** Drawn from instant to instant, so that the last day is covered only by the day after it. */
function extentOf({ start, end }: When, { first, last }: { first: string; last: string }) {
  const isOneDay = end === null && typeof start === 'object' && start.kind === 'DAY';
  return isOneDay || typeof end === 'string'
    ? { type: 'box', start: first }
    : { type: 'range', start: first, end: dayAfter(last) };
}

/** What the drawn extent does not say, for a style sheet to show. */
function classesOf({ kind }: SelectedEvent, { start, end }: When): string {
  const parts = [start, end].filter((side) => typeof side === 'object' && side !== null);
  const marks = [
    parts.some((part) => part.kind !== 'DAY') ? 'fuzzy' : '',
    parts.some(({ approximate }) => approximate) ? 'approximate' : '',
    parts.some(({ uncertain }) => uncertain) ? 'uncertain' : '',
    end === 'OPEN' ? 'open-end' : '',
    end === 'UNKNOWN' ? 'unknown-end' : '',
  ];
  return [kind.toLowerCase().replaceAll('_', '-'), ...marks].filter((mark) => mark !== '').join(' ');
}

const edgeOf = (link: SelectedLink, lang: string) => ({
  id: link.id,
  from: link.from,
  to: link.to,
  type: link.type,
  family: link.family,
  evidence: link.evidence,
  label: link.words,
  basis: link.basis,
  disputed: link.disputed,
  qualified: link.qualified,
  disputes: disputesOf(link).map((claim) => claimLine(claim, lang)),
  claims: link.claims.map(({ id, by, stance, text }) => ({ id, by: by.name, stance, text })),
  sources: link.sources.map(({ title, url }) => ({ title, url })),
});
