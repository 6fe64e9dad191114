import { nameOfLanguage } from '../language';
import { useLang } from '../state';

/** A text, marked with its language where that is not the reader's. `languages` has the original first. */
export function Foreign({ text, languages }: { text: string; languages: readonly string[] }) {
  const lang = useLang();
  const original = languages[0] ?? lang;
  if (text === '' || languages.some((tag) => tag.split('-')[0] === lang))
    return <>{lang === 'fr' ? whole(text) : text}</>;
  return (
    <>
      <span lang={original}>{text}</span> <small class="tag">{nameOfLanguage(original, lang)}</small>
    </>
  );
}

/** A French text whose questions, such as "a-t-elle", do not break at their hyphens. */
const whole = (text: string) =>
  text
    .split(asked)
    // Every second part is what the pattern holds.
    .map((part, at) =>
      at % 2 === 0 ? (
        part
      ) : (
        <span key={part} class="whole">
          {part}
        </span>
      ),
    );

const asked = /(\S+-t-(?:ils?|elles?|on)\b)/;
