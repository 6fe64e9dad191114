import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import { classesOf, HopSign } from './ChainDrawing';
import { chainWords } from './words';

const samples = [
  { family: 'CAUSAL', evidence: 'DOCUMENTED', disputed: false, of: 'family' },
  { family: 'LEGAL', evidence: 'DOCUMENTED', disputed: false, of: 'family' },
  { family: 'TEMPORAL', evidence: 'DOCUMENTED', disputed: false, of: 'family' },
  { family: 'CAUSAL', evidence: 'DOCUMENTED', disputed: false, of: 'evidence' },
  { family: 'CAUSAL', evidence: 'ASSERTED', disputed: false, of: 'evidence' },
  { family: 'CAUSAL', evidence: 'INFERRED', disputed: false, of: 'evidence' },
  { family: 'CAUSAL', evidence: 'ASSERTED', disputed: true, of: 'dispute' },
] as const;

/** What lines and signs mean. */
export function Key() {
  const words = useWords(chainWords);
  const lang = useLang();
  const meaning = ({ of, family, evidence }: (typeof samples)[number]) =>
    of === 'family' ? labelOf(family, lang) : of === 'evidence' ? labelOf(evidence, lang) : words.disputedSign;
  return (
    <ul class="key" aria-label={words.signs}>
      {samples.map((sample) => (
        <li key={meaning(sample)}>
          <svg viewBox="0 0 36 20" width="36" height="20" aria-hidden="true">
            <g class={`line ${classesOf(sample)}`}>
              <path d="M1 10H35" />
              {sample.family === 'LEGAL' && <path class="middle" d="M1 10H35" />}
            </g>
            {sample.of !== 'family' && (
              <g class={`hop ${classesOf(sample)}`}>
                <HopSign link={sample} x={18} y={10} radius={8} />
              </g>
            )}
          </svg>
          {meaning(sample)}
        </li>
      ))}
    </ul>
  );
}
