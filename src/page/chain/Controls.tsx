import type { Changes } from '../address';
import { To } from '../parts/To';
import { useLang, usePage, useWords } from '../state';
import { labelOf } from '../words/api';
import { type Asked, evidences, families, mostDepth } from './address';
import { chainWords } from './words';

/** Which way, how far, and which links. */
export function Controls({ asked, withWay }: { asked: Asked; withWay: boolean }) {
  const words = useWords(chainWords);
  const lang = useLang();
  const { go } = usePage();
  const choose = (changes: Changes) => go({ ...changes, link: null });
  const toggle = (family: string) => {
    const chosen = families.filter((one) => asked.families.includes(one) !== (one === family));
    choose({ families: chosen.length % families.length === 0 ? null : chosen.join(',') });
  };
  return (
    <>
      {withWay && (
        <nav class="ways-round" aria-label={words.direction}>
          <To changes={{ direction: null, link: null }} current={!asked.back}>
            {words.forth}
          </To>
          <To changes={{ direction: 'back', link: null }} current={asked.back}>
            {words.back}
          </To>
        </nav>
      )}
      {withWay && (
        <label>
          {words.depth}
          <select value={asked.depth} onChange={(event) => choose({ depth: event.currentTarget.value })}>
            {Array.from({ length: mostDepth }, (_, at) => at + 1).map((depth) => (
              <option key={depth} value={depth}>
                {depth}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {words.evidence}
        <select
          value={asked.evidence ?? 'INFERRED'}
          onChange={({ currentTarget: { value } }) => choose({ evidence: value === 'INFERRED' ? null : value })}
        >
          {evidences.map((evidence) => (
            <option key={evidence} value={evidence}>
              {evidence === 'INFERRED' ? words.anyEvidence : words.atLeast(labelOf(evidence, lang))}
            </option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>{words.families}</legend>
        {families.map((family) => (
          <label key={family} class="check">
            <input type="checkbox" checked={asked.families.includes(family)} onChange={() => toggle(family)} />
            {labelOf(family, lang)}
          </label>
        ))}
        <label class="check">
          <input
            type="checkbox"
            checked={asked.withoutDisputed}
            onChange={() => choose({ disputed: asked.withoutDisputed ? null : 'without' })}
          />
          {words.withoutDisputed}
        </label>
      </fieldset>
    </>
  );
}

/** The choices as sentences, so that a printed page says what it shows. */
export function FiltersInWords({ asked, withWay }: { asked: Asked; withWay: boolean }) {
  const { filters } = useWords(chainWords);
  const lang = useLang();
  const isNarrow = asked.evidence !== null || asked.families.length < families.length || asked.withoutDisputed;
  const sentences = [
    withWay && filters.depth(asked.depth),
    asked.evidence && filters.evidence(labelOf(asked.evidence, lang)),
    asked.families.length < families.length &&
      filters.families(asked.families.map((family) => labelOf(family, lang)).join(', ')),
    asked.withoutDisputed && filters.disputed,
    !isNarrow && filters.all,
  ];
  return <>{sentences.filter(Boolean).join(' ')}</>;
}
