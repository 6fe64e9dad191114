import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { usePage, useWords } from '../state';
import { common } from '../words/common';
import { copyText } from './copyText';
import { embedCode } from './embedCode';
import { inGraphQL } from './inGraphQL';

type Props = {
  /** What a reader would call the state shown: the name of its frame in another page. */
  title: string;
  /** The very question that was asked. */
  query: string;
  variables: Record<string, unknown>;
  /** More ways to take it, such as files. */
  children?: ComponentChildren;
};

/** The ways to take a view along: its address, the code to embed it, paper, and the question itself. */
export function TakeAway({ title, query, variables, children }: Props) {
  const words = useWords(common);
  const { announce, embedded, hrefOf } = usePage();
  const [shown, setShown] = useState(false);
  if (embedded) return null;
  const address = () => new URL(hrefOf({}), window.location.href);
  const copy = async (text: string) => {
    await copyText(text);
    announce(words.copied);
  };
  return (
    <div class="take-away">
      <p class="actions">
        <button type="button" onClick={() => copy(String(address()))}>
          {words.copyLink}
        </button>
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {words.embed}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <a href={inGraphQL(query, variables)}>{words.askInGraphQL}</a>
        {children}
      </p>
      {shown && (
        <div class="embed-code">
          <label>
            {words.embedHow}
            <textarea readOnly rows={6} spellcheck={false} value={embedCode(address(), title)} />
          </label>
          <button type="button" onClick={() => copy(embedCode(address(), title))}>
            {words.copyCode}
          </button>
        </div>
      )}
    </div>
  );
}
