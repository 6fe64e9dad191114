import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../src/engine/engine';
import { ask } from './support/ask';
import { openWith } from './support/datasets';
import { ENGINES } from './support/engines';
import { questionsIn, readQuestion, suites } from './support/questions';

for (const engine of ENGINES) {
  for (const suite of suites) {
    describe(`${engine.name} answers ${suite.name}`, () => {
      let opened: Engine;
      beforeAll(async () => {
        opened = await openWith(engine, suite.data);
      });
      afterAll(() => opened.close());

      test.each(questionsIn(suite.folder))('%s', async (file) => {
        const query = readQuestion(suite.folder, file);
        const answer = `${JSON.stringify(await ask(opened, query), null, 2)}\n`;
        const path = join(suite.folder, file.replace(/\.graphql$/, '.json'));
        // A new answer is written to be read before it is committed; UPDATE writes changed ones too.
        if ((!existsSync(path) && !process.env.CI) || process.env.UPDATE) writeFileSync(path, answer);
        expect(answer).toBe(readFileSync(path, 'utf8'));
      });

      // The one answer that differs from engine to engine, and so cannot lie in a file.
      test('the engine by its name', async () => {
        expect((await ask(opened, '{ dataset { engine } }')).data.dataset.engine).toBe(engine.name);
      });
    });
  }
}

test('every answer belongs to a question', () => {
  for (const { folder: path } of suites) {
    const answers = readdirSync(path).filter((file) => file.endsWith('.json'));
    expect(answers.map((file) => file.replace(/\.json$/, '.graphql'))).toEqual(questionsIn(path));
  }
});
