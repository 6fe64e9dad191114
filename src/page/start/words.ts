import type { InLanguages } from '../language';

const en = {
  lead: 'What happened, what is said to have followed, who says so and who disagrees.',
  from: (story: string) => `A story: ${story}`,
  line: 'Five telling events, in order of time',
  latest: 'The latest events',
  noStory: 'What followed, and who says so?',
  allClaims: (count: number) =>
    count === 1 ? 'The claim in full, with its source' : `All ${count} claims, with their sources`,
  whole: 'Tell the whole story',
  waysOn: 'Ways on',
  follow: 'Follow',
  followWhat: (title: string) => `What is said to have followed from “${title}”, step by step`,
  compare: 'Compare',
  compareWhat: (title: string) => `The numbers before and after “${title}”`,
  teach: 'Teach',
  teachWhat: 'A lesson made from the story, ready to print',
  timeline: 'All on the timeline',
  timelineWhat: 'Every event and every link, by place',
  others: 'Other questions',
  years: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
  holds: (events: string, links: string, from: string, until: string) =>
    `${events} events and ${links} links between them, ${from} to ${until}, each with who says so and where.`,
  empty: 'The data set holds no event yet.',
};

export type StartWords = typeof en;

const es: StartWords = {
  lead: 'Qué pasó, qué siguió según se dice, quién lo afirma y quién no está de acuerdo.',
  from: (story) => `Una historia: ${story}`,
  line: 'Cinco hechos reveladores, en orden de tiempo',
  latest: 'Los hechos más recientes',
  noStory: '¿Qué siguió, y quién lo dice?',
  allClaims: (count) =>
    count === 1 ? 'La afirmación completa, con su fuente' : `Las ${count} afirmaciones, con sus fuentes`,
  whole: 'Contar toda la historia',
  waysOn: 'Cómo seguir',
  follow: 'Seguir',
  followWhat: (title) => `Qué siguió a “${title}”, según se dice, paso a paso`,
  compare: 'Comparar',
  compareWhat: (title) => `Las cifras antes y después de “${title}”`,
  teach: 'Enseñar',
  teachWhat: 'Una clase hecha de la historia, lista para imprimir',
  timeline: 'Todo en la línea de tiempo',
  timelineWhat: 'Cada hecho y cada vínculo, por lugar',
  others: 'Otras preguntas',
  years: (from, until) => (from === until ? from : `${from} a ${until}`),
  holds: (events, links, from, until) =>
    `${events} hechos y ${links} vínculos entre ellos, de ${from} a ${until}, cada uno con quién lo dice y dónde.`,
  empty: 'El conjunto de datos aún no contiene ningún hecho.',
};

const fr: StartWords = {
  lead: 'Ce qui s’est passé, ce qui a suivi d’après ce qui est dit, qui l’affirme et qui n’est pas d’accord.',
  from: (story) => `Un récit\u00a0: ${story}`,
  line: 'Cinq événements parlants, dans l’ordre du temps',
  latest: 'Les événements les plus récents',
  noStory: 'Qu’est-ce qui a suivi, et qui le dit\u00a0?',
  allClaims: (count) =>
    count === 1 ? 'L’affirmation entière, avec sa source' : `Les ${count} affirmations, avec leurs sources`,
  whole: 'Raconter tout le récit',
  waysOn: 'Pour continuer',
  follow: 'Suivre',
  followWhat: (title) => `Ce qui a suivi «\u00a0${title}\u00a0», d’après ce qui est dit, pas à pas`,
  compare: 'Comparer',
  compareWhat: (title) => `Les chiffres avant et après «\u00a0${title}\u00a0»`,
  teach: 'Enseigner',
  teachWhat: 'Une leçon tirée du récit, prête à imprimer',
  timeline: 'Tout sur la ligne du temps',
  timelineWhat: 'Chaque événement et chaque lien, par lieu',
  others: 'D’autres questions',
  years: (from, until) => (from === until ? from : `${from} à ${until}`),
  holds: (events, links, from, until) =>
    `${events} événements et ${links} liens entre eux, de ${from} à ${until}, chacun avec qui le dit et où.`,
  empty: 'Le jeu de données ne contient encore aucun événement.',
};

export const startWords: InLanguages<StartWords> = { en, es, fr };
