import { writeAddress } from './address';
import { useAnswer } from './answers';
import { type DatasetRead, datasetQuestion } from './datasetQuestion';
import { conventions } from './language';
import { useLang, usePage, useWords } from './state';
import { common } from './words/common';
import { panelWords } from './words/panel';

/** Where the facts are from, how sure they are, and what to do when one is wrong. */
export function Footer() {
  const words = useWords(common);
  const panel = useWords(panelWords);
  const lang = useLang();
  const { embedded, address: shown } = usePage();
  const address = `${window.location.origin}/${writeAddress(shown)}`;
  const { data } = useAnswer<DatasetRead>(datasetQuestion, {});
  if (!data) return <footer class="chrome" />;
  const { dataset, all, single } = data;
  const number = (count: number) => count.toLocaleString(conventions[lang]);
  return (
    <footer class="chrome">
      <p>
        {dataset.citeAs} {words.singleSource(single.totalCount, all.totalCount)}
      </p>
      <p class="address-line">{address}</p>
      {embedded && (
        <p>
          <a href={`/${writeAddress(shown)}`} target="_blank" rel="noopener">
            {words.wholePage}
          </a>
        </p>
      )}
      {!embedded && (
        <>
          <p>{dataset.counts.map(({ what, count }) => `${number(count)} ${what}`).join(' · ')}</p>
          <details>
            <summary>{words.report}</summary>
            <p>{panel.wrongHow('…', dataset.version)}</p>
          </details>
        </>
      )}
    </footer>
  );
}
