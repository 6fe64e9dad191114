import type { Problem } from '../format';
import { type Checked, error, visitTexts } from './checked';

/** Every address is one that a reader can open: `http` or `https` with a host. */
export function urlsAreHttp(checked: Checked): Problem[] {
  const problems: Problem[] = [];
  visitTexts(
    checked,
    ({ cell }) => cell === 'url',
    ({ file, label }) =>
      (row, urls) => {
        for (const url of urls) {
          if (/^https?:\/\/[^\s/]+\S*$/i.test(url) && URL.canParse(url)) continue;
          // A source that was made of another row's `source_url` stands among the sources with that row's place.
          const name = file === 'sources' && !row.file.startsWith('sources.') ? 'source_url' : label;
          const advice = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(url)
            ? `Did you mean "https://${url}"?`
            : 'Expected one such as "https://example.org/page".';
          problems.push(error(row, `${name} "${url}" is no web address. ${advice}`));
        }
      },
  );
  return problems;
}
