import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/config';
import { endPrograms, runProgram, serveProgram } from './support/program';
import { temporaryFolder } from './support/temporary';

// The README walks a newcomer through a data set of five events. This does what it says, word by word.

interface Block {
  language: string;
  text: string;
}

const section = /### A data set of your own\n([\s\S]*?)\n## /.exec(
  readFileSync(join(packageRoot, 'README.md'), 'utf8'),
)?.[1] as string;

const blocks: Block[] = [...section.matchAll(/^ *```(\w+)\n([\s\S]*?)^ *```$/gm)].map(
  ([, language = '', text = '']) => ({
    language,
    text: text.replaceAll(/^ {3}/gm, ''),
  }),
);

const textsOf = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text);

describe('the ten minutes of the README', () => {
  const folder = join(temporaryFolder('walk'), 'my-timeline');
  const inFolder = (line: string) => line.replace('my-timeline', folder);
  /** The arguments of `npm run <script> -- …` or `npm start -- …`, as the program gets them. */
  const argsOf = (line: string): string[] => {
    const [, script = '', rest = ''] = /^npm (?:run )?(\w+) -- (.*)$/.exec(inFolder(line.trim())) ?? [];
    return [script === 'start' ? 'serve' : script, ...rest.split(' ')];
  };
  const [begin = '', check = '', serve = ''] = textsOf('sh');

  afterAll(() => {
    endPrograms();
    rmSync(folder, { recursive: true, force: true });
  });

  it('begin with the template, and write over its files', async () => {
    expect(await runProgram(argsOf(begin))).toMatchObject({ code: 0, err: '' });
    const tables = textsOf('csv');
    expect(tables).toHaveLength(3);
    for (const [at, file] of ['events.csv', 'links.csv', 'claims.csv'].entries()) {
      writeFileSync(join(folder, file), tables[at] ?? '');
    }
  });

  it('check it with the words that stand there', async () => {
    const { code, out } = await runProgram(argsOf(check));
    expect({ code, out }).toEqual({ code: 0, out: inFolder(textsOf('text')[0] ?? '') });
  });

  it('serve it and answer what followed, with who says so and who disputes it', async () => {
    const { url } = await serveProgram({}, [...argsOf(serve), '--port', '0']);
    const ask = async (query: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: the test knows what it asked for
      return (await response.json()) as any;
    };
    const { data } = await ask(textsOf('graphql')[0] ?? '');
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const steps = data.whatFollowed.steps.map(({ depth, event }: any) => [depth, event.title, event.date.text]);
    expect(steps).toEqual([
      [1, 'Lorries drive through Mill Lane', '2018'],
      [2, 'Neighbours of Mill Lane protest', 'October 2018'],
      [3, 'A new bridge opens', 'about September 2021'],
    ]);
    expect(data.whatFollowed.steps[0].via[0].label).toBe(
      '“Council bans lorries from the bridge” is said by Noise in Mill Lane to have caused “Lorries drive through Mill Lane”; the link is disputed by Minutes of June 2018.',
    );
    const { data: about } = await ask('{ dataset { id version license citeAs checksum } }');
    expect(about.dataset).toMatchObject({ id: 'my-timeline', version: '0.1.0', license: 'CC-BY-4.0' });
    for (const path of ['/', '/outline', '/graphql/plain', '/playground/samples.json']) {
      expect({ path, status: (await fetch(url + path)).status }).toEqual({ path, status: 200 });
    }
  });
});
