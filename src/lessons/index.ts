import { list, text } from './blocks';
import { type Card, cardsOf } from './card';
import { diamond } from './diamond';
import { hardWords } from './hardWords';
import { iceberg } from './iceberg';
import { allowed, byId, causesOf, type LessonEvent, type Material } from './material';
import { type Activity, type ActivityName, type Choice, isRefused, type Pack } from './pack';
import { sequence } from './sequence';
import { shuffled } from './shuffle';
import { sourcing } from './sourcing';
import { weighing } from './weighing';
import { withoutIt } from './withoutIt';
import { wordsOf } from './words';

/** The activities, a file each, in the order in which they are offered. */
export const activities: readonly Activity[] = [sequence, iceberg, diamond, weighing, sourcing, withoutIt];

const byName = new Map(activities.map((activity) => [activity.name, activity]));

/** The activity of this name, which the schema has checked. */
export const activityOf = (name: ActivityName): Activity => byName.get(name) as Activity;

export interface LessonOptions {
  activity: ActivityName;
  /** How many cards; null for as many as are usual. */
  cards: number | null;
  seed: number;
  /** The content notes that the class may meet. */
  withContentNotes: readonly string[];
}

/** Why a lesson cannot be made. */
export interface Refusal {
  /** How many there are of what the activity needs. */
  found: number;
  /** How many events were left out beforehand. */
  leftOut: number;
  /** The content notes for which that itself was left out which the lesson should be about; empty where it was not. */
  noted: readonly string[];
}

/** A refusal in words. */
export function whyRefused(activity: ActivityName, { found, leftOut, noted }: Refusal, lang: string): string {
  const words = wordsOf(lang);
  if (noted.length > 0) return words.subjectLeftOut(noted);
  const why = words.activities[activity].refusal(found);
  return leftOut > 0 ? `${why} ${words.leftOut(leftOut)}` : why;
}

interface Chosen {
  choice: Choice;
  material: Material;
  leftOut: LessonEvent[];
}

/** What a lesson would show, or why there can be none. */
function chosenFor(whole: Material, { activity, cards, withContentNotes }: LessonOptions): Chosen | Refusal {
  const { material, leftOut } = allowed(whole, withContentNotes);
  const noted = notesOnSubject(whole, leftOut);
  if (noted.length > 0) return { found: 0, leftOut: leftOut.length, noted };
  const { choose, cards: counts } = activityOf(activity);
  const choice = choose(material, cards ?? counts.usual);
  if (isRefused(choice)) return { found: choice.found, leftOut: leftOut.length, noted };
  return { choice, material, leftOut };
}

/** Whether a lesson can be made, without making it. */
export const canMake = (whole: Material, options: LessonOptions): boolean => 'choice' in chosenFor(whole, options);

/** A lesson of some material, or why there is none. Everything is chosen by ids, so only the words differ by language. */
export function makeLesson(whole: Material, options: LessonOptions): Pack | Refusal {
  const { activity: name, seed } = options;
  const words = wordsOf(whole.lang);
  const activity = activityOf(name);
  const chosen = chosenFor(whole, options);
  if (!('choice' in chosen)) return chosen;
  const { choice, material, leftOut } = chosen;
  const items = shuffled([...choice.items].sort(byId), seed);
  const drawn = {
    ...choice,
    cards: cardsOf(items, words, activity.blanksYears === true),
    material,
    words,
    leftOut,
    hiddenCauses: hiddenCausesOf(choice, whole, material),
  };
  const sheet = activity.sheet(drawn);
  const own = words.activities[name];
  // A story's question may be about the very events of it that are left out.
  const question = material.chosen.length < whole.chosen.length ? null : whole.question;
  const shown = eventsOf(drawn.cards, choice);
  const met = [...new Set(shown.flatMap((id) => material.events.get(id)?.contentNotes ?? []))];
  return {
    activity: name,
    lang: whole.lang,
    seed,
    title: words.titled(own.name, question ?? whole.title),
    minutes: activity.minutes.reduce((sum, minutes) => sum + minutes, 0),
    events: shown,
    sheet,
    cards: drawn.cards,
    key: [
      ...(met.length > 0 ? [text(words.speaksOf(met))] : []),
      ...(leftOut.length > 0 ? [text(words.leftOut(leftOut.length))] : []),
      ...activity.key(drawn),
    ],
    rubric: [{ kind: 'table', head: words.levels, rows: [own.rubric, ...words.rubric].map((row) => [...row]) }],
    plan: [
      list(
        ...[words.opening(question !== null), ...own.plan, words.closing].map((part, at) =>
          words.timed(activity.minutes[at] ?? 0, part),
        ),
      ),
      text(words.noOwnStories),
    ],
    glossary: hardWords(whole.terms, sheet, drawn.cards, words),
    leftOut: leftOut.map(({ id, contentNotes }) => ({ event: id, why: words.whyLeftOut(contentNotes) })),
    citation: whole.citation,
  };
}

export const isRefusal = (made: Pack | Refusal): made is Refusal => 'found' in made;

/** The events on the cards, and those that the claims on them are about. */
function eventsOf(cards: readonly Card[], { focus }: Choice): string[] {
  const ids = cards.flatMap(({ item }) => (item.of === 'event' ? [item.id] : [item.link.from, item.link.to]));
  return [...new Set([...(focus ? [focus.id] : []), ...ids])].sort();
}

/** The notes of what the lesson should be about, where it was left out for them: then nothing else can stand for it. */
function notesOnSubject({ start, link, links }: Material, leftOut: readonly LessonEvent[]): string[] {
  const weighed = links.find(({ id }) => id === link);
  const subject = [start, weighed?.from, weighed?.to];
  return [...new Set(leftOut.filter(({ id }) => subject.includes(id)).flatMap(({ contentNotes }) => contentNotes))];
}

function hiddenCausesOf({ focus, items }: Choice, whole: Material, material: Material): number {
  const shown = new Set([...(focus ? [focus.id] : []), ...items.map(({ id }) => id)]);
  const counted = (of: Material) => [...causesOf(of)].flatMap(([id, links]) => (shown.has(id) ? links : [])).length;
  return counted(whole) - counted(material);
}
