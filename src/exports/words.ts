import { dateText } from '../answers/dates';
import { type OwnLanguage, ownLanguage, withColon } from '../answers/languages';
import {
  linksBeside,
  type SelectedClaim,
  type SelectedDataset,
  type SelectedSource,
  type Selection,
} from './selection';

interface Labels {
  events: string;
  outline: string;
  timeline: string;
  ledHere: string;
  ledOn: string;
  claims: string;
  actors: string;
  policies: string;
  places: string;
  speaksOf: string;
  sources: string;
  citeAs: string;
  dataset: string;
  version: string;
  checksum: string;
  license: string;
  date: string;
  event: string;
  kind: string;
  noEvents: string;
  leftOut: string;
  question: string;
  quoted: (text: string) => string;
  stances: Readonly<Record<string, string>>;
  /** How far apart the numbers of a series are. */
  spacings: Readonly<Record<string, string>>;
  /** What must be known at a point of a series, by its kind. */
  breaks: Readonly<Record<string, string>>;
}

const languages: Readonly<Record<OwnLanguage, Labels>> = {
  en: {
    events: 'Events',
    outline: 'Outline',
    timeline: 'Timeline',
    ledHere: 'What is said to have led here',
    ledOn: 'What is said to have followed',
    claims: 'What is said about it',
    actors: 'Who took part',
    policies: 'Policies',
    places: 'Places',
    speaksOf: 'Speaks of',
    sources: 'Sources',
    citeAs: 'Cite as',
    dataset: 'Data set',
    version: 'Version',
    checksum: 'Checksum',
    license: 'Licence',
    date: 'Date',
    event: 'Event',
    kind: 'Kind',
    noEvents: 'No event fits.',
    leftOut: 'What is left out here',
    question: 'Question',
    quoted: (text) => `“${text}”`,
    stances: {
      ASSERTS: 'Said by',
      DISPUTES: 'Disputed by',
      QUALIFIES: 'Reservations by',
      DENIES: 'Denied by',
      FORECASTS: 'Forecast by',
      DEMANDS: 'Demanded by',
    },
    spacings: {
      DAY: 'by day',
      WEEK: 'by week',
      MONTH: 'by month',
      QUARTER: 'by quarter',
      HALF_YEAR: 'by half-year',
      YEAR: 'by year',
      FISCAL_YEAR: 'by fiscal year',
      OTHER: 'uneven stretches',
    },
    breaks: {
      BREAK: 'Something else is counted from here on',
      GAP: 'No number',
      METHOD: 'Counted in another way',
      UNIT_CHANGE: 'Another unit from here on',
      INCOMPLETE: 'Only partly counted',
    },
  },
  es: {
    events: 'Eventos',
    outline: 'Esquema',
    timeline: 'Línea del tiempo',
    ledHere: 'Lo que, según se dice, llevó hasta aquí',
    ledOn: 'Lo que, según se dice, siguió',
    claims: 'Lo que se dice al respecto',
    actors: 'Quién participó',
    policies: 'Políticas',
    places: 'Lugares',
    speaksOf: 'Habla de',
    sources: 'Fuentes',
    citeAs: 'Citar como',
    dataset: 'Conjunto de datos',
    version: 'Versión',
    checksum: 'Suma de verificación',
    license: 'Licencia',
    date: 'Fecha',
    event: 'Evento',
    kind: 'Tipo',
    noEvents: 'Ningún evento corresponde.',
    leftOut: 'Lo que aquí se omite',
    question: 'Pregunta',
    quoted: (text) => `“${text}”`,
    stances: {
      ASSERTS: 'Dicho por',
      DISPUTES: 'Cuestionado por',
      QUALIFIES: 'Reservas de',
      DENIES: 'Negado por',
      FORECASTS: 'Previsto por',
      DEMANDS: 'Exigido por',
    },
    spacings: {
      DAY: 'por día',
      WEEK: 'por semana',
      MONTH: 'por mes',
      QUARTER: 'por trimestre',
      HALF_YEAR: 'por semestre',
      YEAR: 'por año',
      FISCAL_YEAR: 'por año fiscal',
      OTHER: 'periodos desiguales',
    },
    breaks: {
      BREAK: 'Desde aquí se cuenta otra cosa',
      GAP: 'Sin cifra',
      METHOD: 'Se cuenta de otra manera',
      UNIT_CHANGE: 'Desde aquí otra unidad',
      INCOMPLETE: 'Contado solo en parte',
    },
  },
  fr: {
    events: 'Événements',
    outline: 'Plan',
    timeline: 'Ligne du temps',
    ledHere: 'Ce qui y aurait mené',
    ledOn: 'Ce qui s’en serait suivi',
    claims: 'Ce qui s’en dit',
    actors: 'Qui a participé',
    policies: 'Politiques',
    places: 'Lieux',
    speaksOf: 'Parle de',
    sources: 'Sources',
    citeAs: 'Citer comme suit',
    dataset: 'Jeu de données',
    version: 'Version',
    checksum: 'Somme de contrôle',
    license: 'Licence',
    date: 'Date',
    event: 'Événement',
    kind: 'Type',
    noEvents: 'Aucun événement ne correspond.',
    leftOut: 'Ce qui est omis ici',
    question: 'Question',
    quoted: (text) => `«\u00a0${text}\u00a0»`,
    stances: {
      ASSERTS: 'Dit par',
      DISPUTES: 'Contesté par',
      QUALIFIES: 'Réserves formulées par',
      DENIES: 'Nié par',
      FORECASTS: 'Prévu par',
      DEMANDS: 'Exigé par',
    },
    spacings: {
      DAY: 'par jour',
      WEEK: 'par semaine',
      MONTH: 'par mois',
      QUARTER: 'par trimestre',
      HALF_YEAR: 'par semestre',
      YEAR: 'par année',
      FISCAL_YEAR: 'par exercice financier',
      OTHER: 'périodes inégales',
    },
    breaks: {
      BREAK: 'À partir d’ici, on compte autre chose',
      GAP: 'Aucun chiffre',
      METHOD: 'Compté autrement',
      UNIT_CHANGE: 'Autre unité à partir d’ici',
      INCOMPLETE: 'Compté en partie seulement',
    },
  },
};

/** The words that exports put around what the data set says. */
export const labelsIn = (lang: string): Labels => languages[ownLanguage(lang)];

/** What a chain from an event is called. */
export function chainTitle(direction: 'FORWARD' | 'BACKWARD', event: string, lang: string): string {
  const { ledHere, ledOn, quoted } = labelsIn(lang);
  return withColon(direction === 'FORWARD' ? ledOn : ledHere, quoted(event), lang);
}

/** A claim in a line: who takes which stand, when, and in which words. */
export function claimLine({ by, stance, text, edtf }: SelectedClaim, lang: string): string {
  const labels = labelsIn(lang);
  const who = `${labels.stances[stance] ?? stance} ${by.name}`;
  return withColon(edtf === null ? who : `${who}, ${dateText(edtf, lang)}`, labels.quoted(text), lang);
}

/** Those of the claims about a link that its own sentence does not tell in full: disputes and reservations. */
export const objections = (claims: readonly SelectedClaim[]): SelectedClaim[] =>
  claims.filter(({ stance }) => stance === 'DISPUTES' || stance === 'DENIES' || stance === 'QUALIFIES');

/** A source in a line, without its address: title, publisher, date. */
export const sourceLine = ({ title, publisher, published }: SelectedSource, lang: string): string =>
  [title, publisher, published === null ? null : dateText(published, lang)].filter(Boolean).join(', ');

/** Where it all comes from, as lines that every export carries. */
export function provenance({ title, version, checksum, license, citeAs }: SelectedDataset, lang: string): string[] {
  const labels = labelsIn(lang);
  return [
    withColon(labels.citeAs, citeAs, lang),
    `${withColon(labels.dataset, title, lang)}. ${withColon(labels.version, version, lang)}. ${withColon(labels.license, license, lang)}.`,
    withColon(labels.checksum, checksum, lang),
  ];
}

/** The links that arrive at each event and those that leave it, with their disputes, as lines. */
export interface LinkLines {
  words: string;
  objections: string[];
}

/** The links at an event: those from what came before, and those to what came after. */
export function linksAt(id: string, { links, lang }: Pick<Selection, 'links' | 'lang'>) {
  const lines = (found: Selection['links']): LinkLines[] =>
    found.map(({ words, claims }) => ({
      words,
      objections: objections(claims).map((claim) => claimLine(claim, lang)),
    }));
  const { ledHere, ledOn } = linksBeside(id, { links });
  return { ledHere: lines(ledHere), ledOn: lines(ledOn) };
}
