import { writeAddress } from './address';
import { useAnswer } from './answers';
import { type DatasetRead, datasetQuestion } from './datasetQuestion';
import { conventions } from './language';
import { useLang, usePage, useWords } from './state';
import { common } from './words/common';
import { countedIn } from './words/counts';
import { footerWords } from './words/footer';

/** Where the facts are from, how sure they are, and what to do when one is wrong. */
export function Footer() {
  const words = useWords(footerWords);
  const { wholePage } = useWords(common);
  const lang = useLang();
  const { embedded, address } = usePage();
  const { data } = useAnswer<DatasetRead>(datasetQuestion, {});
  if (!data) return <footer class="chrome" />;
  const { dataset, all, single, unverified, links, disputed, supported } = data;
  const number = (count: number) => count.toLocaleString(conventions[lang]);
  const whole = `/${writeAddress(address)}`;
  return (
    <footer class="chrome">
      <p>
        {dataset.citeAs} {words.events(number(single.totalCount), number(all.totalCount))}
        {unverified.totalCount > 0 && ` ${words.unverified(number(unverified.totalCount))}`}
        {links.totalCount > 0 &&
          ` ${words.links(number(disputed.totalCount), number(links.totalCount - supported.totalCount), number(links.totalCount))}`}
      </p>
      <p class="address-line">{window.location.origin + whole}</p>
      {embedded ? (
        <p class="beside-paper">
          <a href={whole} target="_blank" rel="noopener">
            {wholePage}
          </a>
        </p>
      ) : (
        <>
          <p class="beside-paper">
            {dataset.counts.map(({ what, count }) => `${number(count)} ${countedIn(what, lang)}`).join(' · ')}
          </p>
          <p class="beside-paper">
            <a href={`/outline?lang=${lang}`}>{words.outline}</a>
          </p>
          <details class="beside-paper">
            <summary>{words.report}</summary>
            <p>{words.reportHow(dataset.id, dataset.version)}</p>
          </details>
        </>
      )}
    </footer>
  );
}
