import type { InLanguages } from '../language';

const en = {
  saysSo: 'Who says so',
  disagrees: 'Who disagrees',
  reservations: 'Who has reservations',
  otherClaims: 'What else is said of it',
  nobodySaysSo: 'Nobody is recorded as saying so.',
  nobodyDisagrees: 'Nobody is recorded as disagreeing.',
  basis: 'Why the link is drawn',
  rests: 'What it rests on',
  disputed: 'disputed',
  qualified: 'with reservations',
  hedge: (word: string) => `in the speaker’s word: “${word}”`,
  noOtherCauses: 'Other causes are not recorded here.',
  notRecorded: (count: number) => `${count} more not shown`,
  from: 'From',
  to: 'To',
  explainEvidence: {
    DOCUMENTED: 'The legal text or the decision-maker says so.',
    ASSERTED: 'A named person or publication says so.',
    INFERRED: 'Nobody is known to say so: only time and topic suggest it.',
  } as Readonly<Record<string, string>>,
  orderAlone: 'Order in time alone shows little.',
};

export type LinkWordsText = typeof en;

const es: LinkWordsText = {
  saysSo: 'Quién lo afirma',
  disagrees: 'Quién no está de acuerdo',
  reservations: 'Quién tiene reservas',
  otherClaims: 'Qué más se dice de ello',
  nobodySaysSo: 'No consta que alguien lo afirme.',
  nobodyDisagrees: 'No consta que alguien lo cuestione.',
  basis: 'Por qué se traza el vínculo',
  rests: 'En qué se apoya',
  disputed: 'cuestionado',
  qualified: 'con reservas',
  hedge: (word) => `en palabras de quien habla: “${word}”`,
  noOtherCauses: 'Aquí no constan otras causas.',
  notRecorded: (count) => `${count} más que no se muestran`,
  from: 'De',
  to: 'A',
  explainEvidence: {
    DOCUMENTED: 'Lo dice el texto legal o quien decidió.',
    ASSERTED: 'Lo dice una persona o publicación con nombre.',
    INFERRED: 'No se sabe de nadie que lo diga: solo la fecha y el tema lo sugieren.',
  },
  orderAlone: 'El orden en el tiempo por sí solo dice poco.',
};

const fr: LinkWordsText = {
  saysSo: 'Qui l’affirme',
  disagrees: 'Qui n’est pas d’accord',
  reservations: 'Qui émet des réserves',
  otherClaims: 'Ce qui s’en dit d’autre',
  nobodySaysSo: 'Personne, à ce qui est consigné, ne l’affirme.',
  nobodyDisagrees: 'Personne, à ce qui est consigné, ne le conteste.',
  basis: 'Pourquoi le lien est tracé',
  rests: 'Sur quoi il repose',
  disputed: 'contesté',
  qualified: 'avec réserves',
  hedge: (word) => `selon le mot employé\u00a0: «\u00a0${word}\u00a0»`,
  noOtherCauses: 'D’autres causes ne sont pas consignées ici.',
  notRecorded: (count) => `${count} de plus, non montrés`,
  from: 'De',
  to: 'À',
  explainEvidence: {
    DOCUMENTED: 'Le texte légal ou l’autorité qui a décidé le dit.',
    ASSERTED: 'Une personne ou une publication nommée le dit.',
    INFERRED: 'On ne connaît personne qui le dise\u00a0: seuls la date et le sujet le suggèrent.',
  },
  orderAlone: 'L’ordre dans le temps à lui seul montre peu.',
};

export const linkWords: InLanguages<LinkWordsText> = { en, es, fr };
