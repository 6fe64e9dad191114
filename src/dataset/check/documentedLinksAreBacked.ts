import type { Problem, Row } from '../format';
import { type Checked, entriesIn, textIn, textsIn, warning } from './checked';

/** A DOCUMENTED link has a primary source, or those who made one of its events (or a court in one) assert it. */
export function documentedLinksAreBacked({ rows, byId, claimsAbout }: Checked): Problem[] {
  const isPrimary = (source: string): boolean => byId.get(source)?.row.values.kind === 'PRIMARY';
  const madeBy = (event: string | undefined): string[] => {
    const found = event === undefined ? undefined : byId.get(event);
    if (found?.name !== 'events') return [];
    return entriesIn(found.row, 'actors')
      .filter(({ actor, role }) => makers.has(role) || byId.get(String(actor))?.row.values.kind === 'COURT')
      .map(({ actor }) => String(actor));
  };
  const isBacked = (link: Row): boolean => {
    if (textsIn(link, 'sources').some(isPrimary)) return true;
    const voices = new Set([...madeBy(textIn(link, 'from')), ...madeBy(textIn(link, 'to'))]);
    const claims = claimsAbout.get(textIn(link, 'id') ?? '') ?? [];
    return claims.some(({ values }) => values.stance === 'ASSERTS' && voices.has(String(values.by)));
  };
  return rows.links
    .filter((link) => link.values.evidence === 'DOCUMENTED' && !isBacked(link))
    .map((link) =>
      warning(
        link,
        'is DOCUMENTED without a primary source or the word of an initiator, decider, signatory or court. Is it ASSERTED?',
      ),
    );
}

const makers = new Set<unknown>(['INITIATOR', 'DECIDER', 'SIGNATORY']);
