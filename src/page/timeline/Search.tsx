import { useEffect, useState } from 'preact/hooks';
import { type Answer, useAnswer } from '../answers';
import { Foreign } from '../parts/Foreign';
import { To } from '../parts/To';
import { useLang, usePage, useWords } from '../state';
import { common } from '../words/common';
import { type SearchRead, searchQuestion } from './timelineQuestions';
import { timelineWords } from './words';

/** What the words in the address find; nothing is asked where there are none. */
export function useSearch(): Answer<SearchRead> {
  const { q } = usePage().address;
  const lang = useLang();
  return useAnswer<SearchRead>(searchQuestion, q?.trim() ? { text: q.trim(), lang } : null);
}

/** A search that answers while one types: the events found as a list, each a way to its panel and its place in time. */
export function Search({ answer }: { answer: Answer<SearchRead> }) {
  const words = useWords(timelineWords);
  const texts = useWords(common);
  const { address, go } = usePage();
  const asked = address.q ?? '';
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => go({ q: typed }, 'replace'), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, asked, go]);
  const found = asked.trim() ? answer.data?.search : undefined;
  return (
    <search class="search">
      <label>
        {words.search}
        <input
          type="search"
          value={typed}
          maxLength={150}
          placeholder={texts.findEvent}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
        />
      </label>
      {found && (
        <div class="hits">
          <p role="status">
            {words.found(found.totalCount)}
            {found.totalCount > found.edges.length && `; ${words.foundMost(found.edges.length)}`}
          </p>
          <ol>
            {found.edges.map(({ node, snippet, matched }) => (
              <li key={node.id}>
                <To changes={{ event: node.id, link: null }} current={address.event === node.id}>
                  <Foreign text={node.title} languages={node.languages} />
                </To>{' '}
                <small>{node.date.text}</small>
                {matched[0] !== 'title' && <p class="quiet">{snippet}</p>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </search>
  );
}

const pauseMs = 250;
