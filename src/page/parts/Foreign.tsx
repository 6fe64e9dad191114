import { nameOfLanguage } from '../language';
import { useLang } from '../state';

/** A text, marked with its language where that is not the reader's. `languages` has the original first. */
export function Foreign({ text, languages }: { text: string; languages: readonly string[] }) {
  const lang = useLang();
  const original = languages[0] ?? lang;
  if (text === '' || languages.some((tag) => tag.split('-')[0] === lang)) return <>{text}</>;
  return (
    <>
      <span lang={original}>{text}</span> <small class="tag">{nameOfLanguage(original, lang)}</small>
    </>
  );
}
