import { groupBy } from '../answers/groups';
import { activityOf, canMake, type LessonOptions } from '.';
import { allowed, type Material } from './material';

const depth = 3;

/** The first events of some material about which such a lesson could be made by a chain, at most so many. */
export function fittingEvents(whole: Material, options: LessonOptions, most: number): string[] {
  const { material } = allowed(whole, options.withContentNotes);
  const isForward = activityOf(options.activity).direction === 'FORWARD';
  const onward = groupBy(material.links, ({ from, to }) => (isForward ? from : to));
  const into = groupBy(material.links, ({ to }) => to);

  const chainAbout = (start: string): Material => {
    const chosen = new Set([start]);
    let front = [start];
    for (let level = 0; level < depth; level++) {
      front = front.flatMap((id) => (onward.get(id) ?? []).map(({ from, to }) => (isForward ? to : from)));
      front = [...new Set(front)].filter((id) => !chosen.has(id));
      for (const id of front) chosen.add(id);
    }
    const links = [...chosen].flatMap((id) => into.get(id) ?? []);
    const causes = new Set(links.map(({ from }) => from).filter((id) => !chosen.has(id)));
    links.push(...[...causes].flatMap((id) => into.get(id) ?? []));
    return { ...material, start, link: null, chosen: [...chosen], links };
  };

  const found: string[] = [];
  for (const id of material.chosen) {
    if (found.length === most) break;
    if (canMake(chainAbout(id), { ...options, cards: null })) found.push(id);
  }
  return found;
}
