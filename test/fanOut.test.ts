import type { Dataset, Row } from '../src/dataset/format';
import { fanOut } from '../src/loaders/index';
import { ask } from './support/ask';
import { openWith, readSound, tinyStory } from './support/datasets';
import { ENGINES } from './support/engines';

test.each(ENGINES)('$name tells of an event with more links than are followed', async (testEngine) => {
  const engine = await openWith(testEngine, withManyBuses(readSound(tinyStory)));
  const { data, errors } = await ask(
    engine,
    `{
      whatFollowed(event: "council-votes", depth: 1, maxEvents: 2000) {
        links { from { id } }
        truncated { by atDepth notFollowed }
      }
      event(id: "council-votes") { followedBy(first: 0) { totalCount } }
    }`,
  );
  await engine.close();
  expect(errors).toBeUndefined();
  const { links, truncated } = data.whatFollowed;
  const { totalCount } = data.event.followedBy;
  const fromTheVote = links.filter(({ from }: { from: { id: string } }) => from.id === 'council-votes');
  expect(totalCount).toBe(fanOut + 4);
  expect(fromTheVote).toHaveLength(fanOut);
  expect(truncated.by).toContain('FAN_OUT');
  expect(truncated.notFollowed).toBeGreaterThanOrEqual(totalCount - fanOut);
});

/** The tiny story, in which one vote pays for as many buses more as links are followed from one event. */
function withManyBuses(dataset: Dataset): Dataset {
  const { events, links } = dataset.rows;
  const more = (rows: readonly Row[], of: string, values: (id: string) => Row['values']): Row[] => {
    const row = rows.find((candidate) => candidate.values.id === of) as Row;
    return Array.from({ length: fanOut }, (_, at) => ({ ...row, values: { ...row.values, ...values(`bus-${at}`) } }));
  };
  const rows = {
    ...dataset.rows,
    events: [...events, ...more(events, 'bus-starts', (id) => ({ id }))],
    links: [...links, ...more(links, 'council-votes--enabled--bus-starts', (id) => ({ id: `to-${id}`, to: id }))],
  };
  return { ...dataset, rows };
}
