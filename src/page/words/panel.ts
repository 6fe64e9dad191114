import type { InLanguages } from '../language';

const en = {
  panel: 'Details',
  unknown: (id: string) => `There is no event “${id}”.`,
  when: 'When',
  who: 'Who took part',
  where: 'Where',
  policies: 'What it did to policies',
  followed: 'What is said to have followed',
  led: 'What is said to have led to it',
  claims: 'Claims about the event itself',
  numbers: 'Numbers tied to it',
  numbersNote: 'None of them shows by itself that the event brought it about.',
  contentNotes: 'Before you show it to a class: it speaks of',
  stories: 'Told in',
  cite: 'Cite',
  copyCitation: 'Copy the citation',
  seeChain: 'See the chain',
  seeLedTo: 'See what led to it',
  onTimeline: 'On the timeline',
  seeNumbers: 'Before and after in numbers',
  causes: 'Causes side by side',
  dateBasis: {
    INFERRED: 'worked out from what a source says',
    OUTSIDE: 'found outside the account it comes from',
    EVENT: 'that of the event spoken about',
    PUBLICATION: 'the day its source was published',
  } as Readonly<Record<string, string>>,
  statusAfter: (status: string) => `then: ${status}`,
  wrong: 'Is something wrong here?',
  wrongHow: (id: string, version: string) =>
    `Write to whoever runs this page, or change the data set’s own files: the row has the id ${id}, the edition is ${version}. Say what is wrong and name a source. The README of the data set tells the way from the fact to the line.`,
};

export type PanelWords = typeof en;

const es: PanelWords = {
  panel: 'Detalles',
  unknown: (id) => `No hay ningún hecho “${id}”.`,
  when: 'Cuándo',
  who: 'Quién tuvo parte',
  where: 'Dónde',
  policies: 'Qué hizo con las políticas',
  followed: 'Qué siguió, según se dice',
  led: 'Qué llevó a ello, según se dice',
  claims: 'Lo que se dice del hecho mismo',
  numbers: 'Cifras ligadas a él',
  numbersNote: 'Ninguna muestra por sí sola que el hecho la haya producido.',
  contentNotes: 'Antes de mostrarlo en clase: habla de',
  stories: 'Se cuenta en',
  cite: 'Citar',
  copyCitation: 'Copiar la cita',
  seeChain: 'Ver la cadena',
  seeLedTo: 'Ver qué llevó a ello',
  onTimeline: 'En la línea de tiempo',
  seeNumbers: 'Antes y después, en cifras',
  causes: 'Causas lado a lado',
  dateBasis: {
    INFERRED: 'deducida de lo que dice una fuente',
    OUTSIDE: 'hallada fuera del relato del que procede',
    EVENT: 'la del hecho del que se habla',
    PUBLICATION: 'el día en que se publicó su fuente',
  },
  statusAfter: (status) => `después: ${status}`,
  wrong: '¿Hay algo equivocado aquí?',
  wrongHow: (id, version) =>
    `Escriba a quien mantiene esta página o cambie los archivos del conjunto de datos: la fila tiene el id ${id}, la edición es ${version}. Diga qué está mal y nombre una fuente. El README del conjunto de datos muestra el camino del dato a la línea.`,
};

const fr: PanelWords = {
  panel: 'Détails',
  unknown: (id) => `Il n’y a aucun événement «\u00a0${id}\u00a0».`,
  when: 'Quand',
  who: 'Qui y a pris part',
  where: 'Où',
  policies: 'Ce qu’il a fait aux politiques',
  followed: 'Ce qui a suivi, d’après ce qui est dit',
  led: 'Ce qui y a mené, d’après ce qui est dit',
  claims: 'Ce qui se dit de l’événement lui-même',
  numbers: 'Chiffres qui s’y rattachent',
  numbersNote: 'Aucun ne montre à lui seul que l’événement l’a produit.',
  contentNotes: 'Avant de le montrer en classe\u00a0: il est question de',
  stories: 'Raconté dans',
  cite: 'Citer',
  copyCitation: 'Copier la référence',
  seeChain: 'Voir la chaîne',
  seeLedTo: 'Voir ce qui y a mené',
  onTimeline: 'Sur la ligne du temps',
  seeNumbers: 'Avant et après, en chiffres',
  causes: 'Causes côte à côte',
  dateBasis: {
    INFERRED: 'déduite de ce que dit une source',
    OUTSIDE: 'trouvée hors du récit d’où il vient',
    EVENT: 'celle de l’événement dont on parle',
    PUBLICATION: 'le jour de publication de sa source',
  },
  statusAfter: (status) => `ensuite\u00a0: ${status}`,
  wrong: 'Quelque chose est-il faux ici\u00a0?',
  wrongHow: (id, version) =>
    `Écrivez à qui tient cette page, ou modifiez les fichiers du jeu de données\u00a0: la ligne porte l’id ${id}, l’édition est ${version}. Dites ce qui est faux et nommez une source. Le README du jeu de données mène du fait à la ligne.`,
};

export const panelWords: InLanguages<PanelWords> = { en, es, fr };
