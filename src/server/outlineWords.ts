/** The languages of the outline's own words; what it tells speaks every language of the data set. */
export interface OutlineWords {
  title: string;
  lead: string;
  all: string;
  year: string;
  place: string;
  anyYear: string;
  anyPlace: string;
  show: string;
  events: (count: number, text: string) => string;
  shown: (count: number) => string;
  none: string;
  next: string;
  first: string;
  followed: string;
  led: string;
  disputed: string;
  against: string;
  disputes: string;
  denies: string;
  sources: string;
  more: (count: number) => string;
  noOtherCauses: string;
  page: string;
  teach: string;
  languages: string;
  singleSource: (single: string, all: string) => string;
  fault: string;
}

const en: OutlineWords = {
  title: 'Outline: events and what is said to link them',
  lead: 'The same facts as on the page with drawings, as text: what happened, what is said to have followed, who says so and who disagrees.',
  all: 'All events',
  year: 'Year',
  place: 'Place',
  anyYear: 'Every year',
  anyPlace: 'Every place',
  show: 'Show',
  events: (count, text) => (count === 1 ? '1 event' : `${text} events`),
  shown: (count) => `${count} on this page, in order of time`,
  none: 'No event fits.',
  next: 'Next events',
  first: 'From the first event',
  followed: 'What is said to have followed',
  led: 'What is said to have led to it',
  disputed: 'disputed',
  against: 'Who disagrees',
  disputes: 'disputes it',
  denies: 'denies it',
  sources: 'Sources',
  more: (count) => (count === 1 ? 'One more link is not listed here.' : `${count} more links are not listed here.`),
  noOtherCauses: 'Other causes are not recorded here.',
  page: 'The page with drawings',
  teach: 'For a class',
  languages: 'Languages',
  singleSource: (single, all) => `${single} of ${all} events rest on a single source.`,
  fault: 'This could not be shown',
};

const es: OutlineWords = {
  title: 'Lista: los hechos y lo que se dice que los une',
  lead: 'Los mismos datos que en la página con dibujos, como texto: qué pasó, qué siguió según se dice, quién lo afirma y quién no está de acuerdo.',
  all: 'Todos los hechos',
  year: 'Año',
  place: 'Lugar',
  anyYear: 'Todos los años',
  anyPlace: 'Todos los lugares',
  show: 'Mostrar',
  events: (count, text) => (count === 1 ? '1 hecho' : `${text} hechos`),
  shown: (count) => `${count} en esta página, en orden de tiempo`,
  none: 'Ningún hecho corresponde.',
  next: 'Hechos siguientes',
  first: 'Desde el primer hecho',
  followed: 'Qué siguió, según se dice',
  led: 'Qué llevó a ello, según se dice',
  disputed: 'cuestionado',
  against: 'Quién no está de acuerdo',
  disputes: 'lo cuestiona',
  denies: 'lo niega',
  sources: 'Fuentes',
  more: (count) => (count === 1 ? 'Aquí no figura un vínculo más.' : `Aquí no figuran otros ${count} vínculos.`),
  noOtherCauses: 'Aquí no constan otras causas.',
  page: 'La página con dibujos',
  teach: 'Para la clase',
  languages: 'Idiomas',
  singleSource: (single, all) => `${single} de ${all} hechos se apoyan en una sola fuente.`,
  fault: 'Esto no se pudo mostrar',
};

const fr: OutlineWords = {
  title: 'Liste\u00a0: les événements et ce qui se dit de leurs liens',
  lead: 'Les mêmes faits que sur la page avec dessins, en texte\u00a0: ce qui s’est passé, ce qui a suivi d’après ce qui est dit, qui l’affirme et qui n’est pas d’accord.',
  all: 'Tous les événements',
  year: 'Année',
  place: 'Lieu',
  anyYear: 'Toutes les années',
  anyPlace: 'Tous les lieux',
  show: 'Montrer',
  events: (count, text) => (count === 1 ? '1 événement' : `${text} événements`),
  shown: (count) => `${count} sur cette page, dans l’ordre du temps`,
  none: 'Aucun événement ne correspond.',
  next: 'Événements suivants',
  first: 'Depuis le premier événement',
  followed: 'Ce qui a suivi, d’après ce qui est dit',
  led: 'Ce qui y a mené, d’après ce qui est dit',
  disputed: 'contesté',
  against: 'Qui n’est pas d’accord',
  disputes: 'le conteste',
  denies: 'le nie',
  sources: 'Sources',
  more: (count) => (count === 1 ? 'Un autre lien ne figure pas ici.' : `${count} autres liens ne figurent pas ici.`),
  noOtherCauses: 'D’autres causes ne sont pas consignées ici.',
  page: 'La page avec dessins',
  teach: 'Pour la classe',
  languages: 'Langues',
  singleSource: (single, all) => `${single} des ${all} événements reposent sur une seule source.`,
  fault: 'Ceci n’a pas pu être montré',
};

export const outlineWords: Readonly<Record<string, OutlineWords>> = { en, es, fr };

/** The conventions for numbers, by the languages of the outline's words. */
export const conventions: Readonly<Record<string, string>> = { en: 'en-CA', es: 'es-MX', fr: 'fr-CA' };
