import type { Domain, LifePart } from './layout';
import { percent, yearsOf } from './layout';

/** How each status is drawn: colour and pattern, so that neither is the only code. Stands once on the page. */
export function StatusPatterns() {
  return (
    <svg class="unseen" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="partly" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" class="back" />
          <rect width="3" height="6" class="in-force" />
        </pattern>
        <pattern id="halted" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" class="back" />
          <path d="M0 0L6 6M6 0L0 6" class="halted" />
        </pattern>
        <linearGradient id="soft-in">
          <stop offset="0" class="clear" />
          <stop offset="1" class="full" />
        </linearGradient>
        <linearGradient id="soft-out">
          <stop offset="0" class="full" />
          <stop offset="1" class="clear" />
        </linearGradient>
      </defs>
    </svg>
  );
}

/** A policy's life as a bar. It repeats what the words beside it say, so a screen reader passes it by. */
export function LifeBar({ parts, domain, day }: { parts: LifePart[]; domain: Domain; day: number | null }) {
  return (
    <svg class="life" width="100%" height="18" aria-hidden="true" focusable="false">
      <rect class="ground" width="100%" height="18" />
      {parts.map((part) => (
        <g key={`${part.status}${part.from}`} class={`period ${part.status.toLowerCase()}`}>
          <rect x={`${round(part.from)}%`} width={`${round(part.until - part.from)}%`} y="3" height="12" />
          {part.softFrom && <Soft stretch={part.softFrom} way="in" />}
          {part.softUntil && <Soft stretch={part.softUntil} way="out" />}
        </g>
      ))}
      {day !== null && <rect class="day" x={`${round(percent(day, domain))}%`} width="2" height="18" />}
    </svg>
  );
}

function Soft({ stretch: [from, until], way }: { stretch: [number, number]; way: 'in' | 'out' }) {
  return (
    <rect
      class={`soft ${way}`}
      x={`${round(from)}%`}
      width={`${round(Math.max(until - from, 0.4))}%`}
      y="3"
      height="12"
    />
  );
}

/** The years under the bars. */
export function YearAxis({ domain, room }: { domain: Domain; room: number }) {
  return (
    <svg class="years" width="100%" height="20" aria-hidden="true" focusable="false">
      {yearsOf(domain, room).map(({ year, at }) => (
        <text key={year} x={`${round(at)}%`} y="15" text-anchor={at > 97 ? 'end' : at < 3 ? 'start' : 'middle'}>
          {year}
        </text>
      ))}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
