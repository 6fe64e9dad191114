import { withColon } from '../answers/languages';
import { wordLabel } from '../answers/wordLabels';
import type { Ledger, Reason } from './losses';
import type { SelectedEvent } from './selection';
import { labelsIn } from './words';

/** What an event may have beside title, date and links, each with the reason by which a format that leaves it out says so. */
const details: Readonly<Record<string, { reason: Reason; count(event: SelectedEvent): number }>> = {
  summary: { reason: 'noSummaries', count: ({ summary, caption }) => Number(summary !== '' || caption !== null) },
  actors: { reason: 'noActors', count: ({ actors }) => actors.length },
  policies: { reason: 'noPolicies', count: ({ policies }) => policies.length },
  places: { reason: 'noPlaceRoles', count: ({ places }) => places.length },
  claims: { reason: 'eventClaims', count: ({ claims }) => claims.length },
  sources: { reason: 'noSources', count: ({ sources }) => sources.length },
  contentNotes: { reason: 'noContentNotes', count: ({ contentNotes }) => contentNotes.length },
  image: { reason: 'noImage', count: ({ image }) => (image === null ? 0 : 1) },
};

export type Detail = 'summary' | 'actors' | 'policies' | 'places' | 'claims' | 'sources' | 'contentNotes' | 'image';

/** Notes what a format leaves out of events. */
export function leaveOut(ledger: Ledger, events: readonly SelectedEvent[], ...left: Detail[]): void {
  for (const detail of left) {
    const { reason, count } = details[detail] as (typeof details)[string];
    ledger.add(
      reason,
      events.reduce((sum, event) => sum + count(event), 0),
    );
  }
}

/** Who took part in an event and in which way, a line each. */
export const actorLines = ({ actors }: SelectedEvent, lang: string): string[] =>
  actors.map(({ name, role, detail }) => `${name} (${wordLabel(role, lang)}${detail === null ? '' : `, ${detail}`})`);

/** What hard subjects an event speaks of, in a line; nothing where it speaks of none. */
export const noteLines = ({ contentNotes }: SelectedEvent, lang: string): string[] =>
  contentNotes.length === 0
    ? []
    : [withColon(labelsIn(lang).speaksOf, contentNotes.map((note) => wordLabel(note, lang)).join(', '), lang)];

/** What an event did to which policies, a line each. */
export const policyLines = ({ policies }: SelectedEvent, lang: string): string[] =>
  policies.map(({ name, effect }) => `${name} (${wordLabel(effect, lang)})`);

/** Which part places play in an event, a line each. */
export const placeLines = ({ places }: SelectedEvent): string[] => places.map(({ name, role }) => `${name} (${role})`);
