import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cypher, type Statement } from '../../src/cypher';
import { writeDataset } from '../../src/dataset/write';
import type { Engine } from '../../src/engine/engine';
import { openGrafeo } from '../../src/engine/grafeo';
import { buildSnapshot, type Loaded, openEmbedded } from '../../src/engine/open';
import { openSnapshot, saveSnapshot } from '../../src/engine/snapshot';
import { ask } from '../support/ask';
import { readSound, tinyStory } from '../support/datasets';

const about: Loaded = { title: 'Tiny story', version: '1', counts: { events: 14 } };

let folder: string;
let path: string;
let inMemory: ReturnType<typeof openGrafeo>;

beforeAll(async () => {
  inMemory = openGrafeo();
  await writeDataset(inMemory, readSound(tinyStory));
});
afterAll(() => inMemory.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  path = join(folder, 'graphs', 'tiny-story.grafeo');
  saveSnapshot(inMemory, path, 'key', about);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the saved graph, hands it over and closes it again. */
async function withSaved(use: (engine: Engine, noted: Loaded) => Promise<void>, key = 'key'): Promise<void> {
  const saved = openSnapshot<Loaded>(path, key);
  if (!saved) throw new Error(`Expected a graph at ${path}, but got none`);
  await use(saved.engine, saved.about);
  await saved.engine.close();
}

const flipByte = (file: string, at: number) => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  writeFileSync(file, bytes);
};

describe('a saved graph', () => {
  const queries = join(__dirname, '..', 'queries', 'tiny-story');
  const search = '{ events(where: { text: "street bus" }) { totalCount nodes { id title label date { text } } } }';

  it.each([
    ...readdirSync(queries)
      .filter((file) => file.endsWith('.graphql'))
      .map((file) => [file, readFileSync(join(queries, file), 'utf8')]),
    ['words', search],
  ])('answers as the one in memory, to the byte: %s', async (_, query = '') => {
    await withSaved(async (engine) => {
      const answer = JSON.stringify(await ask(engine, query));
      expect(answer).toBe(JSON.stringify(await ask(inMemory, query)));
      expect(answer).not.toContain('"errors"');
    });
  });

  it('comes with what was noted of it', async () => {
    await withSaved(async (_, noted) => expect(noted).toEqual(about));
  });

  it('leaves no other file behind', () => {
    expect(readdirSync(join(folder, 'graphs'))).toEqual(['tiny-story.grafeo', 'tiny-story.grafeo.json']);
  });

  it('can be open twice, and is read only', async () => {
    await withSaved((one) =>
      withSaved(async (two) => {
        const dataset = cypher('read', 'dataset');
        expect(await one.read(dataset)).toEqual(await two.read(dataset));
        const change: Statement = {
          room: 'write',
          name: 'change',
          text: 'MATCH (node:Entity) SET node.title = "changed"',
        };
        await expect(one.write(change)).rejects.toMatchObject({ code: 'DATABASE_FAILED' });
      }),
    );
  });

  it('goes on answering when another takes its place', async () => {
    await withSaved(async (engine) => {
      const empty = openGrafeo();
      saveSnapshot(empty, path, 'another key', about);
      await empty.close();
      const answer = await ask(engine, '{ event(id: "street-closed") { id } }');
      expect(answer.data).toEqual({ event: { id: 'street-closed' } });
    });
    expect(openSnapshot(path, 'key')).toBeNull();
    await withSaved(async (engine) => expect(await engine.read(cypher('read', 'dataset'))).toEqual([]), 'another key');
  });
});

describe('no graph is opened', () => {
  it('where there is none', () => {
    expect(openSnapshot(join(folder, 'nothing.grafeo'), 'key')).toBeNull();
  });

  it('that was made from something else', () => {
    expect(openSnapshot(path, 'another key')).toBeNull();
    expect(openSnapshot(path, '')).toBeNull();
  });

  it.each([0, 0.1, 0.5, 0.9, 1])('that has lost a bit, at %d of its length', (part) => {
    flipByte(path, Math.round((readFileSync(path).length - 1) * part));
    expect(openSnapshot(path, 'key')).toBeNull();
  });

  it.each([0, 1, -1])('that is cut off', (length) => {
    truncateSync(path, length < 0 ? readFileSync(path).length + length : length);
    expect(openSnapshot(path, 'key')).toBeNull();
  });

  it('without a note, with half of one, or with one that is none', () => {
    const note = `${path}.json`;
    const whole = readFileSync(note, 'utf8');
    for (const text of [whole.slice(0, whole.length / 2), '', 'null', '[]', '{}', '{"key":"key"}']) {
      writeFileSync(note, text);
      expect(openSnapshot(path, 'key')).toBeNull();
    }
    rmSync(note);
    expect(openSnapshot(path, 'key')).toBeNull();
  });

  it('whose file is gone though its note is there', () => {
    rmSync(path);
    expect(openSnapshot(path, 'key')).toBeNull();
  });

  it('that is no graph, whatever its note says', () => {
    writeFileSync(path, 'no graph');
    const hash = createHash('sha256').update('no graph').digest('hex');
    writeFileSync(`${path}.json`, JSON.stringify({ key: 'key', hash, about }));
    expect(openSnapshot(path, 'key')).toBeNull();
  });
});

describe('openEmbedded({ key, snapshot, fill })', () => {
  let fills: number;
  const source = (key = 'key') => ({
    key,
    snapshot: path,
    fill: async (engine: Engine) => {
      fills += 1;
      await writeDataset(engine, readSound(tinyStory));
      return { ...about, title: 'Filled' };
    },
  });
  const open = async (key?: string) => {
    const { engine, loaded } = await openEmbedded(source(key));
    const { data } = await ask(engine, '{ event(id: "street-closed") { id } }');
    await engine.close();
    return { title: loaded.title, data };
  };
  const data = { event: { id: 'street-closed' } };

  beforeEach(() => {
    fills = 0;
  });

  it('opens what was built before, without reading the files', async () => {
    await buildSnapshot(source());
    fills = 0;
    expect(await open()).toEqual({ title: 'Filled', data });
    expect(fills).toBe(0);
  });

  it('fills a graph in memory where the saved one has lost a bit, and leaves the file alone', async () => {
    flipByte(path, 1_000);
    const bytes = readFileSync(path);
    expect(await open()).toEqual({ title: 'Filled', data });
    expect(fills).toBe(1);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('fills a graph in memory where the files are others', async () => {
    expect(await open('another key')).toEqual({ title: 'Filled', data });
    expect(fills).toBe(1);
  });

  it('keeps nothing where no place is given', async () => {
    rmSync(path);
    const { engine } = await openEmbedded({ ...source(), snapshot: null });
    await engine.close();
    expect({ fills, kept: existsSync(path) }).toEqual({ fills: 1, kept: false });
  });
});
