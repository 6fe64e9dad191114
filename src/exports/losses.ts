import { type OwnLanguage, ownLanguage } from '../answers/languages';

/** Something that a format cannot carry: what and why by the name of the reason, and how often. */
export interface Loss {
  reason: Reason;
  count: number;
}

type InLanguages = Readonly<Record<OwnLanguage, string>>;

/** Every reason for a loss: what is lost, and why. */
const reasons = {
  noFirstDay: {
    what: { en: 'events', es: 'eventos', fr: 'événements' },
    en: 'Nobody knows when they began, and this format places nothing without a first day.',
    es: 'No se sabe cuándo comenzaron, y este formato no ubica nada sin un primer día.',
    fr: 'On ignore quand ils ont commencé, et ce format ne place rien sans un premier jour.',
  },
  onlyNumbers: {
    what: { en: 'events', es: 'eventos', fr: 'événements' },
    en: 'This table holds numbers over time, not events.',
    es: 'Esta tabla contiene cifras a lo largo del tiempo, no eventos.',
    fr: 'Ce tableau contient des chiffres au fil du temps, et non des événements.',
  },
  olderReleases: {
    what: { en: 'older releases', es: 'publicaciones anteriores', fr: 'publications plus anciennes' },
    en: 'A newer release gives a number for the same period, and a chart draws one.',
    es: 'Una publicación más reciente da una cifra para el mismo periodo, y un gráfico traza una sola.',
    fr: 'Une publication plus récente donne un chiffre pour la même période, et un graphique n’en trace qu’un.',
  },
  upperBounds: {
    what: { en: 'upper bounds', es: 'límites superiores', fr: 'limites supérieures' },
    en: 'Known is only that it was less; no column can say so, so that the number stands in the note.',
    es: 'Solo se sabe que fue menos; ninguna columna puede decirlo, así que la cifra está en la nota.',
    fr: 'On sait seulement que c’était moins; aucune colonne ne peut le dire, et le chiffre se trouve dans la note.',
  },
  endLeftOut: {
    what: { en: 'links', es: 'vínculos', fr: 'liens' },
    en: 'The event at one of their ends is left out.',
    es: 'Se omite el evento de uno de sus extremos.',
    fr: 'L’événement à l’une de leurs extrémités est omis.',
  },
  noLinks: {
    what: { en: 'links', es: 'vínculos', fr: 'liens' },
    en: 'This format has no place for links between events.',
    es: 'Este formato no tiene lugar para vínculos entre eventos.',
    fr: 'Ce format n’a pas de place pour des liens entre événements.',
  },
  beyondChain: {
    what: { en: 'links beyond the chain', es: 'vínculos más allá de la cadena', fr: 'liens au-delà de la chaîne' },
    en: 'They lead on to events that were not reached: ask for a greater depth or a narrower filter.',
    es: 'Llevan a eventos que no se alcanzaron: pida mayor profundidad o un filtro más estrecho.',
    fr: 'Ils mènent à des événements qui n’ont pas été atteints. Demandez une plus grande profondeur ou un filtre plus étroit.',
  },
  whichDay: {
    what: { en: 'dates', es: 'fechas', fr: 'dates' },
    en: 'Which day is not known, and this format draws all the days that it may have been.',
    es: 'No se sabe qué día fue, y este formato muestra todos los días posibles.',
    fr: 'On ignore quel jour c’était, et ce format montre tous les jours possibles.',
  },
  approximate: {
    what: { en: 'approximate dates', es: 'fechas aproximadas', fr: 'dates approximatives' },
    en: 'They are about right only, which this format has no mark for.',
    es: 'Son solo aproximadas, y este formato no tiene una marca para ello.',
    fr: 'Elles ne sont qu’approximatives, et ce format n’a pas de marque pour le dire.',
  },
  uncertain: {
    what: { en: 'uncertain dates', es: 'fechas inciertas', fr: 'dates incertaines' },
    en: 'Whether they are right is in doubt, which this format has no mark for.',
    es: 'Se duda de que sean correctas, y este formato no tiene una marca para ello.',
    fr: 'On doute qu’elles soient justes, et ce format n’a pas de marque pour le dire.',
  },
  openEnd: {
    what: { en: 'open ends', es: 'finales abiertos', fr: 'fins ouvertes' },
    en: 'It still runs; this format knows no open end, so that only the beginning is drawn.',
    es: 'Sigue en curso; este formato no conoce un final abierto, así que solo se muestra el comienzo.',
    fr: 'Cela dure encore; ce format ne connaît pas de fin ouverte, si bien que seul le début est montré.',
  },
  unknownEnd: {
    what: { en: 'unknown ends', es: 'finales desconocidos', fr: 'fins inconnues' },
    en: 'When it ended is not known; this format cannot say so, so that only the beginning is drawn.',
    es: 'No se sabe cuándo terminó; este formato no puede decirlo, así que solo se muestra el comienzo.',
    fr: 'On ignore quand cela a pris fin; ce format ne peut le dire, si bien que seul le début est montré.',
  },
  noImage: {
    what: { en: 'images', es: 'imágenes', fr: 'images' },
    en: 'This format carries no images.',
    es: 'Este formato no lleva imágenes.',
    fr: 'Ce format ne contient pas d’images.',
  },
  noRequests: {
    what: { en: 'images', es: 'imágenes', fr: 'images' },
    en: 'The page asks nothing of any other server, so that it shows no pictures that stand elsewhere.',
    es: 'La página no pide nada a otro servidor, así que no muestra imágenes que estén en otra parte.',
    fr: 'La page ne demande rien à un autre serveur et ne montre donc pas d’images qui se trouvent ailleurs.',
  },
  eventClaims: {
    what: { en: 'claims about events', es: 'afirmaciones sobre eventos', fr: 'propos sur des événements' },
    en: 'This format leaves out what is said about single events.',
    es: 'Este formato omite lo que se dice de eventos sueltos.',
    fr: 'Ce format omet ce qui se dit d’événements isolés.',
  },
  claimWords: {
    what: { en: 'claims about links', es: 'afirmaciones sobre vínculos', fr: 'propos sur des liens' },
    en: 'Their words do not fit into a diagram: it names only who supports, disputes or qualifies a link.',
    es: 'Sus palabras no caben en un diagrama: solo nombra a quien sostiene, cuestiona o matiza un vínculo.',
    fr: 'Leurs mots ne tiennent pas dans un diagramme, qui nomme seulement qui soutient, conteste ou nuance un lien.',
  },
  noActors: {
    what: { en: 'participations', es: 'participaciones', fr: 'participations' },
    en: 'This format does not say who took part in an event.',
    es: 'Este formato no dice quién participó en un evento.',
    fr: 'Ce format ne dit pas qui a participé à un événement.',
  },
  noPolicies: {
    what: { en: 'policies of events', es: 'políticas de eventos', fr: 'politiques d’événements' },
    en: 'This format does not say what an event did to a policy.',
    es: 'Este formato no dice qué hizo un evento con una política.',
    fr: 'Ce format ne dit pas ce qu’un événement a fait d’une politique.',
  },
  noPlaceRoles: {
    what: {
      en: 'parts of places in events',
      es: 'papeles de lugares en eventos',
      fr: 'rôles de lieux dans des événements',
    },
    en: 'This format does not say which part a place played in an event.',
    es: 'Este formato no dice qué papel tuvo un lugar en un evento.',
    fr: 'Ce format ne dit pas quel rôle un lieu a joué dans un événement.',
  },
  noContentNotes: {
    what: { en: 'content notes', es: 'notas de contenido', fr: 'notes de contenu' },
    en: 'This format does not say what hard subjects an event speaks of.',
    es: 'Este formato no dice de qué temas difíciles habla un evento.',
    fr: 'Ce format ne dit pas de quels sujets difficiles parle un événement.',
  },
  noSummaries: {
    what: { en: 'summaries', es: 'resúmenes', fr: 'résumés' },
    en: 'This format has no room for them.',
    es: 'Este formato no tiene lugar para ello.',
    fr: 'Ce format n’a pas de place pour cela.',
  },
  noSources: {
    what: { en: 'sources of events', es: 'fuentes de eventos', fr: 'sources d’événements' },
    en: 'This format has no room for them.',
    es: 'Este formato no tiene lugar para ello.',
    fr: 'Ce format n’a pas de place pour cela.',
  },
  jsonTables: {
    what: { en: 'tables that are not CSV', es: 'tablas que no son CSV', fr: 'tableaux qui ne sont pas du CSV' },
    en: 'A list in one of their cells holds a sign that parts such lists. They are written as JSON lines, which a data set takes as well.',
    es: 'Una lista en una de sus celdas contiene un signo que separa tales listas. Están en JSON por líneas, que un conjunto de datos también acepta.',
    fr: 'Une liste dans une de leurs cellules contient un signe qui sépare de telles listes. Ils sont en JSON par lignes, qu’un jeu de données accepte aussi.',
  },
  outside: {
    what: { en: 'references', es: 'referencias', fr: 'renvois' },
    en: 'They name things that are not part of the selection.',
    es: 'Nombran cosas que no forman parte de la selección.',
    fr: 'Elles nomment des choses qui ne font pas partie de la sélection.',
  },
  brokenStories: {
    what: { en: 'stories', es: 'relatos', fr: 'récits' },
    en: 'Not all of their events and links are part of the selection.',
    es: 'No todos sus eventos y vínculos forman parte de la selección.',
    fr: 'Leurs événements et leurs liens ne font pas tous partie de la sélection.',
  },
  brokenLives: {
    what: { en: 'policy changes', es: 'cambios de políticas', fr: 'changements de politiques' },
    en: 'Not every change of the policy is part of the selection, and some of them alone would tell wrong states.',
    es: 'No todos los cambios de la política forman parte de la selección, y solo algunos darían estados equivocados.',
    fr: 'Les changements de la politique ne font pas tous partie de la sélection, et certains seulement diraient des états faux.',
  },
  guardedCells: {
    what: { en: 'cells with an apostrophe', es: 'celdas con un apóstrofo', fr: 'cellules avec une apostrophe' },
    en: 'They begin with a sign that a spreadsheet could take for a formula, so an apostrophe stands before it.',
    es: 'Comienzan con un signo que una hoja de cálculo podría tomar por una fórmula; lleva delante un apóstrofo.',
    fr: 'Elles commencent par un signe qu’un tableur pourrait prendre pour une formule; une apostrophe le précède.',
  },
  untranslated: {
    what: { en: 'translations', es: 'traducciones', fr: 'traductions' },
    en: 'These texts are in the original language, since there is no translation of them.',
    es: 'Estos textos están en el idioma original, porque no hay traducción.',
    fr: 'Ces textes sont dans la langue d’origine, faute de traduction.',
  },
  longText: {
    what: { en: 'characters over 50,000', es: 'caracteres por encima de 50,000', fr: 'caractères au-delà de 50 000' },
    en: 'All of them are there, but Mermaid draws no more unless its setting maxTextSize is raised: take a shorter chain.',
    es: 'Están todos, pero Mermaid no dibuja más si no se sube su ajuste maxTextSize: tome una cadena más corta.',
    fr: 'Ils y sont tous, mais Mermaid n’en dessine pas plus, sauf si on augmente son réglage maxTextSize. Prenez une chaîne plus courte.',
  },
  manyArrows: {
    what: { en: 'links over 500', es: 'vínculos por encima de 500', fr: 'liens au-delà de 500' },
    en: 'All of them are there, but Mermaid draws no more unless its setting maxEdges is raised: take a shorter chain.',
    es: 'Están todos, pero Mermaid no dibuja más si no se sube su ajuste maxEdges: tome una cadena más corta.',
    fr: 'Ils y sont tous, mais Mermaid n’en dessine pas plus, sauf si on augmente son réglage maxEdges. Prenez une chaîne plus courte.',
  },
  manySlides: {
    what: { en: 'slides over 20', es: 'diapositivas por encima de 20', fr: 'diapositives au-delà de 20' },
    en: 'All of them are there, but the makers of TimelineJS advise 20 at most: few readers go on beyond.',
    es: 'Están todas, pero los autores de TimelineJS aconsejan 20 como máximo: pocos lectores llegan más allá.',
    fr: 'Elles y sont toutes, mais les auteurs de TimelineJS en conseillent 20 au plus, car peu de lecteurs vont au-delà.',
  },
} as const satisfies Readonly<Record<string, { what: InLanguages } & InLanguages>>;

export type Reason = keyof typeof reasons;

/** What is lost, as a key to count by. */
export const whatIsLost = (loss: Loss): string => lostInWords(loss, 'en');

/** What is lost, for readers. */
export const lostInWords = ({ reason }: Loss, lang: string): string => reasons[reason].what[ownLanguage(lang)];

/** Why it is lost, in a sentence for readers. */
export const whyLost = ({ reason }: Loss, lang: string): string => reasons[reason][ownLanguage(lang)];

/** Losses that really occurred, each reason once. */
export function lossesOf(counts: Readonly<Partial<Record<Reason, number>>>): Loss[] {
  return Object.entries(counts).flatMap(([reason, count]) => (count > 0 ? { reason: reason as Reason, count } : []));
}

export interface Ledger {
  add(reason: Reason, count?: number): void;
  losses(): Loss[];
}

/** Counts losses while something is written. */
export function createLedger(): Ledger {
  const counts: Partial<Record<Reason, number>> = {};
  return {
    add: (reason, count = 1) => {
      counts[reason] = (counts[reason] ?? 0) + count;
    },
    losses: () => lossesOf(counts),
  };
}
