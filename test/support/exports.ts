import { unzipSync } from 'fflate';
import type { Engine } from '../../src/engine/engine';
import type { FormatName } from '../../src/exports';
import { ask } from './ask';

/** What the API gives for an export, its body as it would lie on a disk. */
export interface Exported {
  body: string;
  bytes: Uint8Array;
  filename: string;
  mediaType: string;
  eventCount: number;
  linkCount: number;
  losses: { what: string; count: number; why: string }[];
}

const fields = 'body encoding filename mediaType eventCount linkCount losses { what count why(lang: $lang) }';

/** Exports of a selection in several forms at once, through the whole API. An error fails the test. */
export async function exportsOf<Name extends FormatName>(
  engine: Engine,
  of: Record<string, unknown>,
  formats: readonly Name[],
  lang?: string,
): Promise<Record<Name, Exported>> {
  const asked = formats.map((format) => `${format}: export(of: $of, format: ${format}, lang: $lang) { ${fields} }`);
  const query = `query ($of: ExportSelection!, $lang: String) { ${asked.join(' ')} }`;
  const { data, errors } = await ask(engine, query, { of, lang });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  for (const made of Object.values<Exported & { encoding: string }>(data)) {
    made.bytes = Buffer.from(made.body, made.encoding === 'BASE64' ? 'base64' : 'utf8');
  }
  return data;
}

/** An export through the whole API. An error fails the test. */
export async function exportOf(
  engine: Engine,
  of: Record<string, unknown>,
  format: FormatName,
  lang?: string,
): Promise<Exported> {
  return (await exportsOf(engine, of, [format], lang))[format];
}

/** How many things of a kind were lost. */
export const lost = ({ losses }: Exported, what: string): number =>
  losses.filter((loss) => loss.what === what).reduce((sum, { count }) => sum + count, 0);

/** The files of a zip as texts, by name. */
export const unzipped = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file).toString('utf8')]),
  );
