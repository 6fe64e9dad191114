import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { northAmericanAsylum, openWith, tinyStory } from './support/datasets';
import { ENGINES } from './support/engines';

const folder = join(__dirname, 'queries');

/** A file is a question and, beside it, its answer; those in `tiny-story/` are asked of the small data set. */
const suites = [
  { data: northAmericanAsylum, folder },
  { data: tinyStory, folder: join(folder, 'tiny-story') },
];

const questions = (path: string) => readdirSync(path).filter((file) => file.endsWith('.graphql'));

for (const engine of ENGINES) {
  for (const suite of suites) {
    describe(`${engine.name} answers ${suite.data.split('/').at(-1)}`, () => {
      let opened: Engine;
      beforeAll(async () => {
        opened = await openWith(engine, suite.data);
      });
      afterAll(() => opened.close());

      test.each(questions(suite.folder))('%s', async (file) => {
        const query = readFileSync(join(suite.folder, file), 'utf8');
        const answer = `${JSON.stringify(await ask(opened, query), null, 2)}\n`;
        const path = join(suite.folder, file.replace(/\.graphql$/, '.json'));
        // A new answer is written to be read before it is committed; UPDATE writes changed ones too.
        if ((!existsSync(path) && !process.env.CI) || process.env.UPDATE) writeFileSync(path, answer);
        expect(answer).toBe(readFileSync(path, 'utf8'));
      });
    });
  }
}

test('every answer belongs to a question', () => {
  for (const { folder: path } of suites) {
    const answers = readdirSync(path).filter((file) => file.endsWith('.json'));
    expect(answers.map((file) => file.replace(/\.json$/, '.graphql'))).toEqual(questions(path));
  }
});
