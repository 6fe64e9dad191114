import { useLang, useWords } from '../state';
import { labelOf } from '../words/api';
import type { EventMark } from './layout';
import { DateShape } from './Picture';
import { timelineWords } from './words';

type Shape = Parameters<typeof DateShape>[0]['mark'];

const plain: Shape = {
  x0: 6,
  x1: 46,
  y: 9,
  isDot: false,
  start: 'hard',
  end: 'hard',
  approximate: false,
  uncertain: false,
};
const dot: Shape = { ...plain, x0: 21, x1: 31, isDot: true };
const soft: Pick<EventMark, 'start' | 'end'> = { start: 'soft', end: 'soft' };

/** What the marks and lines of the drawing mean. */
export function Legend() {
  const words = useWords(timelineWords);
  const lang = useLang();
  const shapes: [Shape, string][] = [
    [dot, words.legendDay],
    [{ ...plain, ...soft }, words.legendMonth],
    [plain, words.legendStretch],
    [{ ...plain, end: 'open' }, words.legendOpen],
    [{ ...plain, ...soft, approximate: true }, words.legendApproximate],
    [{ ...dot, uncertain: true }, words.legendUncertain],
  ];
  const lines = [
    ['arc causal documented', labelOf('CAUSAL', lang)],
    ['arc legal documented', labelOf('LEGAL', lang)],
    ['arc temporal documented', labelOf('TEMPORAL', lang)],
    ['arc causal inferred', words.legendInferred],
  ] as const;
  return (
    <details class="legend">
      <summary>{words.legend}</summary>
      <p>{words.howTo}</p>
      <ul>
        {shapes.map(([mark, text]) => (
          <li key={text}>
            <svg class="picture" width="52" height="18" aria-hidden="true">
              <g class="moment">
                <DateShape mark={mark} />
              </g>
            </svg>{' '}
            {text}
          </li>
        ))}
        <li>
          <svg class="picture" width="52" height="18" aria-hidden="true">
            <g class="moment cluster">
              <rect x={10} y={1} width={32} height={16} rx={8} />
              <text x={26} y={13}>
                12
              </text>
            </g>
          </svg>{' '}
          {words.legendCluster}
        </li>
        {lines.map(([name, text]) => (
          <li key={text}>
            <svg class="picture" width="52" height="18" aria-hidden="true">
              <g class={name}>
                <path d="M4 14C18 2 34 2 48 14" />
              </g>
            </svg>{' '}
            {text}
          </li>
        ))}
        <li>
          <svg class="picture" width="52" height="18" aria-hidden="true">
            <g class="arc causal disputed">
              <path d="M4 14C18 2 34 2 48 14" />
              <text x={26} y={9}>
                ≠
              </text>
            </g>
          </svg>{' '}
          {words.disputed}
        </li>
      </ul>
    </details>
  );
}
