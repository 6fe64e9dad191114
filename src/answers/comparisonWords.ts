import { type Cautions, type Hint, isOther, type Problem, type Thing } from './comparison';
import { dateText } from './dates';
import { conventions, type OwnLanguage, ownLanguage } from './languages';
import { nextPeriod, type Period } from './series';
import { fewestPoints } from './windows';

/** A place and a nationality by their names in the language asked for; null where a series has none. */
export interface NamedThing {
  place: string | null;
  nationality: string | null;
}

/** Why numbers are not compared, in a sentence or two. `things` are the series there are, where none was found. */
export function problemInWords(problem: Problem, things: readonly NamedThing[], lang: string): string {
  const language = languages[ownLanguage(lang)];
  switch (problem.code) {
    case 'TOO_FEW_POINTS':
      return [
        language.tooFewPoints(problem.before, problem.after),
        ...(problem.leastMonths === null ? [] : [language.leastMonths(problem.leastMonths)]),
      ].join(' ');
    case 'GAP':
      return [language.gap(periodList(problem.periods, lang)), ...endsInWords(problem, lang)].join(' ');
    case 'BREAK':
      return problem.breaks
        .map(({ kind, period, note }) =>
          kind === 'INCOMPLETE'
            ? language.incomplete(dateText(period, lang), language.quoted(note))
            : language.brokenAt(dateText(period, lang), language.quoted(note)),
        )
        .join(' ');
    case 'MIXED_PERIODS':
      return language.mixedPeriods;
    case 'OVERLAPPING_PERIODS':
      return language.overlappingPeriods;
    case 'LOWER_BOUNDS':
      return language.lowerBounds(periodList(problem.periods, lang));
    case 'FUZZY_DATE':
      return language.fuzzyDate(dateText(problem.eventDate, lang));
    case 'NO_SERIES':
      if (things.length === 0) return language.noNumbers;
      return [
        (problem.isAmbiguous ? language.severalSeries : language.noSeries)(
          shortList(
            things.map((names, index) => thingWithIds(names, problem.things[index] ?? nowhere, language)),
            lang,
          ),
        ),
        ...(problem.isHopeless ? [language.hopeless] : []),
      ].join(' ');
    default:
      return forgotten(problem);
  }
}

/** Where the numbers begin and end, as far as the windows reach beyond. */
function endsInWords({ first, last }: { first: string | null; last: string | null }, lang: string): string[] {
  const language = languages[ownLanguage(lang)];
  const [from, until] = [first, last].map((period) => period && dateText(period, lang));
  if (from && until) return [language.bothEnds(from, until)];
  if (from) return [language.firstNumber(from)];
  return until ? [language.lastNumber(until)] : [];
}

/**
 * Why a hint would be comparable, in a sentence. Where it is about another place or other people than were asked for, that
 * comes first. `thing` and `asked` are the names of what the hint is about and of what was asked for.
 */
export function hintInWords(hint: Hint, thing: NamedThing, asked: NamedThing, lang: string): string {
  const language = languages[ownLanguage(lang)];
  const why = language.hint(`${hint.periods} ${language.periods[hint.every]}`);
  const about = subjectOf(hint, thing, asked, language);
  return about === '' ? why : `${about}${language.colon}${why}`;
}

/** Whose numbers a hint is about, as far as that was not asked for, and what it takes the place of. */
function subjectOf(hint: Hint, thing: NamedThing, asked: NamedThing, language: Language): string {
  const where = thing.place ?? language.noPlace;
  const whose = thing.nationality;
  const [isOtherPlace, isOtherNationality] = [
    isOther('place', hint, hint.asked),
    isOther('nationality', hint, hint.asked),
  ];
  if (!isOtherPlace && !isOtherNationality) {
    const isAsked = hint.asked.place !== undefined && hint.asked.nationality !== undefined;
    return isAsked ? '' : capitalised(thingText(thing, language));
  }
  const parts = [
    ...(isOtherPlace ? [language.not(where, asked.place ?? language.noPlace)] : []),
    ...(isOtherNationality
      ? [language.not(whose === null ? language.all : language.nationality(whose), asked.nationality ?? language.all)]
      : hint.asked.nationality === undefined && whose !== null
        ? [language.nationality(whose)]
        : []),
  ];
  return capitalised(parts.join('; '));
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * What must be said with every comparison: first that order in time alone shows little, then what else to bear in mind.
 * `rivals` counts the other events that are listed; null where there are no windows to look for them in.
 */
export function cautionInWords(cautions: Cautions, isComparable: boolean, rivals: number | null, lang: string): string {
  const language = languages[ownLanguage(lang)];
  const { notes, isSeasonal, isRough } = cautions;
  return [
    language.orderAlone,
    ...(rivals === null ? [] : [rivals > 0 ? language.rivals(rivals) : language.noRivals]),
    ...(isComparable ? [] : [language.notCompared]),
    ...(isSeasonal ? [language.seasonal] : []),
    ...(isRough ? [language.rough] : []),
    ...(notes.length > 0 ? [language.notes(notes.map(language.quoted).join('; '))] : []),
  ].join(' ');
}

interface Language {
  quoted: (text: string) => string;
  /** Of six periods and more. */
  periods: Record<Period, string>;
  others: (count: number) => string;
  nationality: (name: string) => string;
  /** The people of every nationality together. */
  all: string;
  /** One thing in the place of another. */
  not: (thing: string, asked: string) => string;
  /** Between what a sentence is about and the sentence. */
  colon: string;
  noPlace: string;
  tooFewPoints: (before: number, after: number) => string;
  leastMonths: (months: number) => string;
  gap: (periods: string) => string;
  firstNumber: (period: string) => string;
  lastNumber: (period: string) => string;
  bothEnds: (first: string, last: string) => string;
  brokenAt: (period: string, note: string) => string;
  incomplete: (period: string, note: string) => string;
  mixedPeriods: string;
  overlappingPeriods: string;
  lowerBounds: (periods: string) => string;
  fuzzyDate: (date: string) => string;
  noSeries: (things: string) => string;
  severalSeries: (things: string) => string;
  hopeless: string;
  noNumbers: string;
  hint: (periods: string) => string;
  orderAlone: string;
  rivals: (count: number) => string;
  noRivals: string;
  notCompared: string;
  seasonal: string;
  rough: string;
  notes: (notes: string) => string;
}

const english: Language = {
  quoted: (text) => `“${text}”`,
  periods: {
    DAY: 'days',
    WEEK: 'weeks',
    MONTH: 'months',
    QUARTER: 'quarters',
    HALF_YEAR: 'half-years',
    YEAR: 'years',
    FISCAL_YEAR: 'fiscal years',
    OTHER: 'periods',
  },
  others: (count) => (count === 1 ? 'one other' : `${count} others`),
  nationality: (name) => `nationality: ${name}`,
  all: 'all nationalities',
  not: (thing, asked) => `${thing}, not ${asked}`,
  colon: ': ',
  noPlace: 'no place in particular',
  tooFewPoints: (before, after) =>
    `Numbers before: ${before}; after: ${after}. At least ${fewestPoints} are needed on either side.`,
  leastMonths: (months) =>
    `To hold so many, each window needs at least ${months} ${months === 1 ? 'month' : 'months'}.`,
  gap: (periods) => `There is no number for ${periods}. A missing number is not 0.`,
  firstNumber: (period) => `The numbers begin with ${period}.`,
  lastNumber: (period) => `The numbers end with ${period}.`,
  bothEnds: (first, last) => `The numbers begin with ${first} and end with ${last}.`,
  brokenAt: (period, note) => `What is counted is not the same throughout the windows (${period}): ${note}.`,
  incomplete: (period, note) => `A period is only partly counted (${period}): ${note}.`,
  mixedPeriods: 'The numbers do not come in even periods that could be set side by side.',
  overlappingPeriods: 'The periods of the numbers overlap, so that the same people or cases are counted in several.',
  lowerBounds: (periods) => `For ${periods} only a bound is known, such as “more than”, not the number itself.`,
  fuzzyDate: (date) => `The date of the event does not tell in which period of the series it falls: ${date}.`,
  noSeries: (things) => `There are no numbers for this place and nationality. There are numbers for: ${things}.`,
  severalSeries: (things) => `Numbers of several places or nationalities fit, so say which are meant: ${things}.`,
  hopeless: 'None of these numbers can be compared around this event.',
  noNumbers: 'There are no numbers of this metric.',
  hint: (periods) => `${periods} before and ${periods} after have all their numbers, without a break.`,
  orderAlone:
    'Two levels are set side by side, no more: that one came after the event does not show that it came about through it.',
  rivals: (count) =>
    count === 1
      ? 'Another event is listed that fell in the same time and may have played a part.'
      : `${count} other events are listed that fell in the same time and may have played a part.`,
  noRivals: 'That no other event is recorded in the same time does not mean that nothing else happened.',
  notCompared: 'No change is given, since these windows are not comparable.',
  seasonal: 'The two windows hold different parts of the year, so a season may look like a change.',
  rough: 'Some of the numbers are only approximate.',
  notes: (notes) => `On the way of counting: ${notes}.`,
};

const spanish: Language = {
  quoted: (text) => `“${text}”`,
  periods: {
    DAY: 'días',
    WEEK: 'semanas',
    MONTH: 'meses',
    QUARTER: 'trimestres',
    HALF_YEAR: 'semestres',
    YEAR: 'años',
    FISCAL_YEAR: 'años fiscales',
    OTHER: 'periodos',
  },
  others: (count) => `${count} más`,
  nationality: (name) => `nacionalidad: ${name}`,
  all: 'todas las nacionalidades',
  not: (thing, asked) => `${thing}, no ${asked}`,
  colon: ': ',
  noPlace: 'ningún lugar en particular',
  tooFewPoints: (before, after) =>
    `Cifras antes: ${before}; después: ${after}. Se necesitan al menos ${fewestPoints} de cada lado.`,
  leastMonths: (months) =>
    `Para que quepan tantas, cada lapso necesita al menos ${months} ${months === 1 ? 'mes' : 'meses'}.`,
  gap: (periods) => `Faltan las cifras de estos periodos: ${periods}. Una cifra que falta no es 0.`,
  firstNumber: (period) => `Primeras cifras: ${period}.`,
  lastNumber: (period) => `Últimas cifras: ${period}.`,
  bothEnds: (first, last) => `Primeras cifras: ${first}; últimas cifras: ${last}.`,
  brokenAt: (period, note) => `Lo que se cuenta no es lo mismo en todo el lapso comparado (${period}): ${note}.`,
  incomplete: (period, note) => `Un periodo está contado solo en parte (${period}): ${note}.`,
  mixedPeriods: 'Las cifras no vienen en periodos regulares que puedan ponerse lado a lado.',
  overlappingPeriods:
    'Los periodos de las cifras se traslapan, de modo que las mismas personas o casos se cuentan en varios.',
  lowerBounds: (periods) => `Para ${periods} solo se conoce un límite, como “más de”, no la cifra misma.`,
  fuzzyDate: (date) => `La fecha del hecho no dice en qué periodo de la serie cae: ${date}.`,
  noSeries: (things) => `No hay cifras para ese lugar y esa nacionalidad. Hay cifras para: ${things}.`,
  severalSeries: (things) => `Hay cifras de varios lugares o nacionalidades; indique cuáles se quieren: ${things}.`,
  hopeless: 'Ninguna de estas cifras puede compararse en torno a este hecho.',
  noNumbers: 'No hay cifras de esta medida.',
  hint: (periods) => `${periods} antes y ${periods} después tienen todas sus cifras, sin ruptura.`,
  orderAlone:
    'Solo se ponen dos niveles lado a lado: que uno sea posterior al hecho no muestra que se haya dado por él.',
  rivals: (count) =>
    count === 1
      ? 'Se enumera otro hecho del mismo lapso que puede haber influido.'
      : `Se enumeran otros ${count} hechos del mismo lapso que pueden haber influido.`,
  noRivals: 'Que no conste otro hecho en el mismo lapso no significa que no haya ocurrido nada más.',
  notCompared: 'No se da ningún cambio, pues estos lapsos no son comparables.',
  seasonal: 'Los dos lapsos abarcan partes distintas del año, de modo que una temporada puede parecer un cambio.',
  rough: 'Algunas de las cifras son solo aproximadas.',
  notes: (notes) => `Sobre la forma de contar: ${notes}.`,
};

// The spaces inside the marks and before the colon and the semicolon are unbreakable ones.
const french: Language = {
  quoted: (text) => `«\u00a0${text}\u00a0»`,
  periods: {
    DAY: 'jours',
    WEEK: 'semaines',
    MONTH: 'mois',
    QUARTER: 'trimestres',
    HALF_YEAR: 'semestres',
    YEAR: 'années',
    FISCAL_YEAR: 'exercices',
    OTHER: 'périodes',
  },
  others: (count) => (count === 1 ? 'un autre' : `${count} autres`),
  nationality: (name) => `nationalité\u00a0: ${name}`,
  all: 'toutes les nationalités',
  not: (thing, asked) => `${thing}, et non ${asked}`,
  colon: '\u00a0: ',
  noPlace: 'aucun lieu en particulier',
  tooFewPoints: (before, after) =>
    `Chiffres avant\u00a0: ${before}; après\u00a0: ${after}. Il en faut au moins ${fewestPoints} de chaque côté.`,
  leastMonths: (months) => `Pour en contenir autant, chaque fenêtre doit avoir au moins ${months} mois.`,
  gap: (periods) => `Chiffres manquants\u00a0: ${periods}. Un chiffre manquant n’est pas un 0.`,
  firstNumber: (period) => `Premiers chiffres\u00a0: ${period}.`,
  lastNumber: (period) => `Derniers chiffres\u00a0: ${period}.`,
  bothEnds: (first, last) => `Premiers chiffres\u00a0: ${first}; derniers chiffres\u00a0: ${last}.`,
  brokenAt: (period, note) =>
    `Ce qui est compté n’est pas le même d’un bout à l’autre des fenêtres (${period})\u00a0: ${note}.`,
  incomplete: (period, note) => `Une période n’est comptée qu’en partie (${period})\u00a0: ${note}.`,
  mixedPeriods: 'Les chiffres ne suivent pas de périodes régulières qui puissent être mises côte à côte.',
  overlappingPeriods:
    'Les périodes des chiffres se chevauchent, si bien que les mêmes personnes ou cas sont comptés dans plusieurs.',
  lowerBounds: (periods) =>
    `Pour ${periods}, on ne connaît qu’une borne, comme «\u00a0plus de\u00a0», et non le chiffre lui-même.`,
  fuzzyDate: (date) => `La date de l’événement ne dit pas dans quelle période de la série il tombe\u00a0: ${date}.`,
  noSeries: (things) => `Il n’y a pas de chiffres pour ce lieu et cette nationalité. Il y en a pour\u00a0: ${things}.`,
  severalSeries: (things) =>
    `Il y a des chiffres de plusieurs lieux ou nationalités; indiquez lesquels sont voulus\u00a0: ${things}.`,
  hopeless: 'Aucun de ces chiffres ne peut être comparé autour de cet événement.',
  noNumbers: 'Il n’y a pas de chiffres de cette mesure.',
  hint: (periods) => `${periods} avant et ${periods} après ont tous leurs chiffres, sans rupture.`,
  orderAlone:
    'Deux niveaux sont mis côte à côte, rien de plus\u00a0: que l’un vienne après l’événement ne montre pas qu’il en découle.',
  rivals: (count) =>
    count === 1
      ? 'Un autre événement du même temps est énuméré, qui a pu jouer un rôle.'
      : `${count} autres événements du même temps sont énumérés, qui ont pu jouer un rôle.`,
  noRivals:
    'Qu’aucun autre événement ne soit consigné dans le même temps ne signifie pas qu’il ne s’est rien passé d’autre.',
  notCompared: 'Aucun changement n’est donné, car ces fenêtres ne sont pas comparables.',
  seasonal:
    'Les deux fenêtres couvrent des parties différentes de l’année, si bien qu’une saison peut ressembler à un changement.',
  rough: 'Certains des chiffres ne sont qu’approximatifs.',
  notes: (notes) => `Sur la façon de compter\u00a0: ${notes}.`,
};

const languages: Record<OwnLanguage, Language> = { en: english, es: spanish, fr: french };

const mostListed = 10;

function shortList(items: readonly string[], lang: string): string {
  const own = ownLanguage(lang);
  const shown = items.slice(0, mostListed);
  const rest = items.length - shown.length;
  const list = rest > 0 ? [...shown, languages[own].others(rest)] : shown;
  return new Intl.ListFormat(conventions[own], { type: 'conjunction' }).format(list);
}

/** Periods of one spacing in words, those in a row as one stretch. */
function periodList(periods: readonly string[], lang: string): string {
  const runs: [first: string, last: string][] = [];
  for (const period of periods) {
    const run = runs.at(-1);
    if (run && nextPeriod(run[1]) === period) run[1] = period;
    else runs.push([period, period]);
  }
  return shortList(
    runs.map(([first, last]) => dateText(first === last ? first : joined(first, last), lang)),
    lang,
  );
}

const joined = (first: string, last: string): string => `${first.split('/')[0]}/${last.split('/').at(-1)}`;

function thingText({ place, nationality }: NamedThing, language: Language): string {
  const where = place ?? language.noPlace;
  return nationality === null ? where : `${where} (${language.nationality(nationality)})`;
}

const nowhere: Thing = { place: null, nationality: null };

/** A thing by its names, each with the id that a next question gives. */
function thingWithIds(names: NamedThing, { place, nationality }: Thing, language: Language): string {
  const whose = names.nationality === null ? [] : [`${language.nationality(names.nationality)}, ${nationality}`];
  const ids = [...(place === null ? [] : [place]), ...whose].join('; ');
  return ids === '' ? language.noPlace : `${names.place ?? language.noPlace} (${ids})`;
}

function forgotten(problem: never): never {
  throw new Error(`No words for the problem ${JSON.stringify(problem)}.`);
}
