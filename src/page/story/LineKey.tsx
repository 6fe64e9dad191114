import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import { linkWords } from '../words/links';
import type { LineLink } from './line';

const families = ['CAUSAL', 'LEGAL', 'TEMPORAL'] as const;

/** What the arcs over a line of time mean, as far as they are drawn. Hidden where they are: links in words say it all. */
export function LineKey({ events, links }: { events: readonly { id: string }[]; links: readonly LineLink[] }) {
  const words = useWords(linkWords);
  const lang = useLang();
  const isShown = ({ id }: { id: string }) => events.some((event) => event.id === id);
  const drawn = links.filter(({ from, to }) => isShown(from) && isShown(to));
  if (drawn.length === 0) return null;
  return (
    <p class="line-key" aria-hidden="true">
      {families
        .filter((family) => drawn.some((link) => link.family === family && link.evidence !== 'INFERRED'))
        .map((family) => (
          <Sample key={family} of={family.toLowerCase()} text={labelOf(family, lang)} />
        ))}
      {drawn.some(({ evidence }) => evidence === 'INFERRED') && (
        <Sample of="inferred" text={labelOf('INFERRED', lang)} />
      )}
      {drawn.some(({ disputed }) => disputed) && (
        <span>
          <b class="against">≠</b> {words.disputed}
        </span>
      )}
    </p>
  );
}

function Sample({ of, text }: { of: string; text: string }) {
  return (
    <span>
      <svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true">
        <g class={`arc ${of}`}>
          <path d="M1 5H27" />
        </g>
      </svg>{' '}
      {text}
    </span>
  );
}
