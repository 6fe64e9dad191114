import { boundDay, dateOf, possiblyWithin, sortKey } from '../../src/answers/dates';
import type { Dataset, Row } from '../../src/dataset/format';
import type { LinkFilter } from '../../src/loaders/filters';

/**
 * The plain reference model: what a chain and a list of paths are, said once more in the shortest way and without any
 * care for speed. The engines and the walk are compared with it on random graphs.
 */
export interface ModelChain {
  steps: { id: string; depth: number; evidence: string; via: string[] }[];
  links: string[];
  loops: string[];
  truncated: { by: string[]; atDepth: number; notFollowed: number } | null;
}

interface Link {
  id: string;
  from: string;
  to: string;
  family: string;
  type: string;
  rank: number;
  sources: string[];
  assertedBy: string[];
  disputed: boolean;
}

const fanOut = 500;
const evidences = ['', 'INFERRED', 'ASSERTED', 'DOCUMENTED'];
const text = (row: Row, column: string) => String(row.values[column]);
const list = (row: Row, column: string) => (row.values[column] as string[] | undefined) ?? [];
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function referenceModel(dataset: Dataset) {
  const { rows } = dataset;
  const events = new Map(rows.events.map((row) => [text(row, 'id'), row]));
  const eventOf = (id: string) => events.get(id) as Row;
  const sortOf = (id: string) => sortKey(text(eventOf(id), 'edtf'));
  const byDate = (a: string, b: string) => compare(sortOf(a), sortOf(b)) || compare(a, b);

  const links = rows.links.map((row): Link => {
    const claims = rows.claims.filter((claim) => text(claim, 'about') === text(row, 'id'));
    return {
      id: text(row, 'id'),
      from: text(row, 'from'),
      to: text(row, 'to'),
      family: text(row, 'family'),
      type: text(row, 'type'),
      rank: text(row, 'family') === 'TEMPORAL' ? 1 : evidences.indexOf(text(row, 'evidence')),
      sources: list(row, 'sources'),
      assertedBy: claims.filter((claim) => text(claim, 'stance') === 'ASSERTS').map((claim) => text(claim, 'by')),
      disputed: claims.some((claim) => ['DISPUTES', 'DENIES'].includes(text(claim, 'stance'))),
    };
  });

  const around = (place: string): string[] => {
    const row = rows.places.find((one) => text(one, 'id') === place);
    const within = row?.values.within as string | undefined;
    return within ? [place, ...around(within)] : [place];
  };
  const placesOf = (event: string) =>
    [...list(eventOf(event), 'jurisdictions'), ...list(eventOf(event), 'affects')].flatMap(around);

  const matches = (link: Link, where: LinkFilter, arrived: string): boolean =>
    (!where.families || where.families.includes(link.family)) &&
    (!where.types || where.types.includes(link.type)) &&
    (!where.minEvidence || link.rank >= evidences.indexOf(where.minEvidence)) &&
    (where.disputed == null || link.disputed === where.disputed) &&
    (!where.claimedBy || where.claimedBy.some((id) => link.assertedBy.includes(id))) &&
    (!where.sources || where.sources.some((id) => link.sources.includes(id))) &&
    (!where.places || where.places.some((id) => placesOf(arrived).includes(id))) &&
    possiblyWithin(
      dateOf(text(eventOf(arrived), 'edtf')),
      where.from ? boundDay(where.from, 'from') : null,
      where.until ? boundDay(where.until, 'until') : null,
    );

  const chain = (
    start: string,
    direction: 'FORWARD' | 'BACKWARD',
    { depth, maxEvents, where }: { depth: number; maxEvents: number; where: LinkFilter },
  ): ModelChain => {
    const near = (link: Link) => (direction === 'FORWARD' ? link.from : link.to);
    const far = (link: Link) => (direction === 'FORWARD' ? link.to : link.from);
    // Remembered, since a hub is asked for once for each of its links.
    const asked = new Map<string, Link[]>();
    const all = (id: string): Link[] => {
      const found =
        asked.get(id) ??
        links
          .filter((link) => near(link) === id && matches(link, where, far(link)))
          .sort((a, b) => byDate(far(a), far(b)) || compare(a.id, b.id));
      asked.set(id, found);
      return found;
    };
    const onward = (id: string) => all(id).slice(0, fanOut);

    const depths = new Map([[start, 0]]);
    for (let level = 0; level < depth; level++) {
      const here = [...depths.keys()].filter((id) => depths.get(id) === level);
      const found = [...new Set(here.flatMap((id) => onward(id).map(far)))]
        .filter((id) => !depths.has(id))
        .sort(byDate);
      for (const id of found.slice(0, maxEvents - (depths.size - 1))) depths.set(id, level + 1);
    }
    const walked = [...depths.keys()];
    const depthOf = (id: string) => depths.get(id) as number;
    const inside = walked.flatMap((id) => onward(id).filter((link) => depths.has(far(link))));

    const reaches = (from: string, to: string, seen: string[] = []): boolean =>
      from === to ||
      inside.some(
        (link) => near(link) === from && !seen.includes(far(link)) && reaches(far(link), to, [...seen, far(link)]),
      );
    const isLoop = (link: Link) => depthOf(far(link)) <= depthOf(near(link)) && reaches(far(link), near(link));

    // The best of the weakest links over every way without a repeated event.
    const best = new Map<string, number>();
    const follow = (id: string, weakest: number, seen: string[]): void => {
      if (seen.length > depth) return;
      for (const link of inside.filter((one) => near(one) === id && !seen.includes(far(one)))) {
        const rank = Math.min(weakest, link.rank);
        best.set(far(link), Math.max(best.get(far(link)) ?? 0, rank));
        follow(far(link), rank, [...seen, far(link)]);
      }
    };
    follow(start, 3, [start]);

    const beyond = walked.flatMap((id) => all(id).filter((link) => !depths.has(far(link))));
    const cut = walked.filter((id) => all(id).length > fanOut);
    const followable = beyond.filter((link) => onward(near(link)).includes(link));
    const by = [
      ...(followable.some((link) => depthOf(near(link)) === depth) ? ['DEPTH'] : []),
      ...(followable.some((link) => depthOf(near(link)) < depth) ? ['MAX_EVENTS'] : []),
      ...(cut.length > 0 ? ['FAN_OUT'] : []),
    ];
    return {
      steps: walked
        .filter((id) => id !== start)
        .map((id) => ({
          id,
          depth: depthOf(id),
          evidence: evidences[best.get(id) ?? 0] as string,
          via: inside.filter((link) => far(link) === id && !isLoop(link)).map((link) => link.id),
        })),
      links: inside.filter((link) => !isLoop(link)).map((link) => link.id),
      loops: inside.filter(isLoop).map((link) => link.id),
      truncated:
        by.length === 0
          ? null
          : {
              by,
              atDepth: Math.min(...followable.map((link) => depthOf(near(link))), ...cut.map(depthOf)),
              notFollowed: beyond.length,
            },
    };
  };

  const paths = (from: string, to: string, depth: number, where: LinkFilter) => {
    const found: Link[][] = [];
    const follow = (id: string, trail: Link[], seen: string[]): void => {
      if (id === to && trail.length > 0) found.push(trail);
      if (id === to || trail.length === depth) return;
      for (const link of links) {
        if (link.from !== id || seen.includes(link.to) || !matches(link, where, link.to)) continue;
        follow(link.to, [...trail, link], [...seen, link.to]);
      }
    };
    if (from !== to) follow(from, [], [from]);
    const weakest = (trail: Link[]) => Math.min(...trail.map((link) => link.rank));
    const words = (trail: Link[]) => trail.flatMap((link) => [link.to, link.id]);
    return found
      .sort(
        (a, b) =>
          a.length - b.length ||
          weakest(b) - weakest(a) ||
          words(a).reduce((order, word, at) => order || compare(word, words(b)[at] ?? ''), 0),
      )
      .map((trail) => ({ evidence: evidences[weakest(trail)], links: trail.map((link) => link.id) }));
  };

  return { chain, paths };
}
