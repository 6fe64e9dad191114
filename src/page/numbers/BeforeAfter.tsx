import { conventions, type Lang } from '../language';
import { To } from '../parts/To';
import { useLang, usePage, useWords } from '../state';
import type { BeforeAfterRead, ComparisonRead, HintRead, WindowRead } from './questions';
import { numbersWords } from './words';

type Props = { comparison: ComparisonRead; event: NonNullable<BeforeAfterRead['event']>; unit: string };

/** The level before and after an event in words: what differs and how surely, what else happened; or why it refuses. */
export function BeforeAfter({ comparison, event, unit }: Props) {
  const words = useWords(numbersWords);
  const lang = useLang();
  const { before, after, change, problems, tryInstead, rivals, caution, comparable } = comparison;
  const number = (value: number) => inDigits(value, lang);
  return (
    <section class="before-after" aria-label={words.compare}>
      <h3>
        {words.compare}: <To changes={{ event: event.id }}>{event.title}</To> <small>{event.date.text}</small>
      </h3>
      <Months />
      <p class="caution">{caution}</p>
      {!comparable && (
        <>
          <p class="problem">
            <b>{words.refuses}</b>
          </p>
          <ul>
            {problems.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </>
      )}
      {change && (
        <p class="change">
          {words.change}{' '}
          <b>
            {change.absolute > 0 ? '+' : ''}
            {number(change.absolute)} {unit}
          </b>{' '}
          (
          {change.relative === null
            ? words.noRelative
            : words.relative(
                change.relative.toLocaleString(conventions[lang], { style: 'percent', signDisplay: 'exceptZero' }),
              )}
          ).{' '}
          {change.low !== null && change.high !== null
            ? `${words.interval(number(change.low), number(change.high))}.`
            : words.noInterval}{' '}
          <small>
            {words.method}: <span lang="en">{change.method}</span>
          </small>
        </p>
      )}
      {(before || after) && (
        <div class="windows">
          <WindowCard title={words.before} window={before} unit={unit} />
          <WindowCard title={words.after} window={after} unit={unit} />
        </div>
      )}
      {tryInstead.length > 0 && (
        <>
          <h4>{words.tryInstead}</h4>
          <ul>
            {tryInstead.map((hint) => (
              <li key={JSON.stringify(changesOf(hint))}>
                <To changes={changesOf(hint)}>{hint.why}</To>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{words.rivals}</h4>
      {rivals.length === 0 && <p class="none">{words.noRivals}</p>}
      <ul>
        {rivals.map(({ id, title, date }) => (
          <li key={id}>
            <To changes={{ event: id }}>{title}</To> <small>{date.text}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** No more digits than can be read: whole numbers from a hundred on. */
const inDigits = (value: number, lang: Lang): string =>
  value.toLocaleString(conventions[lang], { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });

const changesOf = ({ months, every, place, nationality }: HintRead) => ({
  months: months === null ? null : String(months),
  every,
  place: place?.id ?? null,
  nationality: nationality?.id ?? null,
});

/** How long each side is; left empty, the server's own rule decides. */
function Months() {
  const words = useWords(numbersWords);
  const { address, go } = usePage();
  return (
    <p class="controls">
      <label>
        {words.months}
        <input
          type="number"
          min="1"
          max="240"
          placeholder={words.byRule}
          value={address.months ?? ''}
          onChange={({ currentTarget }) => go({ months: currentTarget.value })}
        />
      </label>
    </p>
  );
}

function WindowCard({ title, window, unit }: { title: string; window: WindowRead | null; unit: string }) {
  const words = useWords(numbersWords);
  const lang = useLang();
  if (!window) return null;
  const day = new Intl.DateTimeFormat(conventions[lang], { dateStyle: 'medium', timeZone: 'UTC' });
  const number = (value: number) => inDigits(value, lang);
  return (
    <div class="window-card">
      <h4>{title}</h4>
      <p>{day.formatRange(new Date(`${window.from}T00:00Z`), new Date(`${window.until}T00:00Z`))}</p>
      <p>
        {words.mean}: <b>{window.mean === null ? words.noMean : `${number(window.mean)} ${unit}`}</b>
      </p>
      <p class="quiet">
        {words.of(window.points, window.expected)}
        {window.min !== null && window.max !== null && `; ${words.range(number(window.min), number(window.max))}`}
      </p>
    </div>
  );
}
