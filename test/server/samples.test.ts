import type { Sample } from '../../src/server/samples';
import { readSamples } from '../../src/server/samples';
import { tinyStory } from '../support/datasets';
import { type RunningServer, startServer } from '../support/server';

const samplesOf = async ({ url }: RunningServer): Promise<Sample[]> =>
  (await (await fetch(`${url}/playground/samples.json`)).json()) as Sample[];

const errorsOf = async ({ url }: RunningServer, { name, query }: Sample) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  return errors?.map(({ message }) => `${name}: ${message}`) ?? [];
};

describe('the samples of the playground', () => {
  it('are all those documented for the data set that they are written for', async () => {
    const server = await startServer();
    try {
      expect(await samplesOf(server)).toEqual(readSamples());
    } finally {
      await server.close();
    }
  });

  it('are for another data set those that it can answer, and open on a chain of its own', async () => {
    const server = await startServer(tinyStory);
    try {
      const samples = await samplesOf(server);
      expect(samples.length).toBeGreaterThan(10);
      expect(samples.length).toBeLessThan(readSamples().length);
      const [first] = samples;
      expect(first?.name).toBe('what-followed');
      expect(first?.query).not.toContain('mexico');
      expect((await Promise.all(samples.map((sample) => errorsOf(server, sample)))).flat()).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
