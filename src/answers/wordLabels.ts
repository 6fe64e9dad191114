import { type OwnLanguage, ownLanguage } from './languages';

/** The words of the SDL that lists are told apart by and that exports show, as a reader would say them. */
const labels: Readonly<Record<string, Readonly<Record<OwnLanguage, string>>>> = {
  ADMINISTRATIVE_CHANGE: { en: 'Administrative change', es: 'Cambio administrativo', fr: 'Changement administratif' },
  AGREEMENT: { en: 'Agreement', es: 'Acuerdo', fr: 'Accord' },
  ANNOUNCEMENT: { en: 'Announcement', es: 'Anuncio', fr: 'Annonce' },
  COURT_RULING: { en: 'Court ruling', es: 'Fallo judicial', fr: 'Décision judiciaire' },
  ELECTION: { en: 'Election', es: 'Elección', fr: 'Élection' },
  EXECUTIVE_ACTION: { en: 'Executive action', es: 'Acción ejecutiva', fr: 'Mesure de l’exécutif' },
  FLOW_SHIFT: { en: 'Shift in numbers', es: 'Cambio en las cifras', fr: 'Évolution des chiffres' },
  LEGISLATION: { en: 'Legislation', es: 'Legislación', fr: 'Législation' },
  LITIGATION: { en: 'Litigation', es: 'Litigio', fr: 'Litige' },
  OTHER: { en: 'Other', es: 'Otro', fr: 'Autre' },
  PROTEST: { en: 'Protest', es: 'Protesta', fr: 'Manifestation' },
  REGULATION: { en: 'Regulation', es: 'Reglamento', fr: 'Règlement' },
  REPORT: { en: 'Report', es: 'Informe', fr: 'Rapport' },
  STATEMENT: { en: 'Statement', es: 'Declaración', fr: 'Déclaration' },
  VERIFIED: { en: 'Verified', es: 'Verificado', fr: 'Vérifié' },
  SINGLE_SOURCE: { en: 'One source', es: 'Una sola fuente', fr: 'Une seule source' },
  INITIATOR: { en: 'initiates', es: 'inicia', fr: 'lance' },
  DECIDER: { en: 'decides', es: 'decide', fr: 'décide' },
  SUPPORTER: { en: 'supports', es: 'apoya', fr: 'appuie' },
  CRITIC: { en: 'criticizes', es: 'critica', fr: 'critique' },
  CHALLENGER: { en: 'challenges', es: 'impugna', fr: 'conteste' },
  AFFECTED: { en: 'is affected', es: 'recibe el efecto', fr: 'subit l’effet' },
  REPORTER: { en: 'reports', es: 'informa', fr: 'rapporte' },
  SIGNATORY: { en: 'signs', es: 'firma', fr: 'signe' },
  PROPOSES: { en: 'proposes', es: 'propone', fr: 'propose' },
  CALLS_FOR: { en: 'calls for', es: 'pide', fr: 'demande' },
  CREATES: { en: 'creates', es: 'crea', fr: 'crée' },
  AMENDS: { en: 'amends', es: 'modifica', fr: 'modifie' },
  IMPLEMENTS: { en: 'puts into effect', es: 'pone en práctica', fr: 'met en œuvre' },
  SUSPENDS: { en: 'suspends', es: 'suspende', fr: 'suspend' },
  REINSTATES: { en: 'reinstates', es: 'restablece', fr: 'rétablit' },
  ENDS: { en: 'ends', es: 'pone fin', fr: 'met fin' },
  CHALLENGES: { en: 'challenges', es: 'impugna', fr: 'conteste' },
  UPHOLDS: { en: 'upholds', es: 'confirma', fr: 'confirme' },
  BLOCKS: { en: 'blocks', es: 'bloquea', fr: 'bloque' },
  UNVERIFIED: { en: 'Not verified', es: 'Sin verificar', fr: 'Non vérifié' },
};

/** A word of the SDL for a reader; a word without a label is shown as it is. */
export const wordLabel = (word: string, lang: string): string => labels[word]?.[ownLanguage(lang)] ?? word;
