import type { InLanguages, Lang } from '../language';

/** The words of the API that are shown to a reader. A word that is not here is shown as a reader would write it. */
const labels: Readonly<Record<string, InLanguages<string>>> = {
  // LinkFamily
  CAUSAL: { en: 'about cause', es: 'sobre la causa', fr: 'sur la cause' },
  LEGAL: { en: 'in law', es: 'en derecho', fr: 'en droit' },
  TEMPORAL: { en: 'only in time', es: 'solo en el tiempo', fr: 'seulement dans le temps' },
  // LinkType: what is said of the earlier event, never as a plain fact
  CAUSED: { en: 'said to have caused', es: 'habría causado', fr: 'aurait causé' },
  TRIGGERED: { en: 'said to have set off', es: 'habría desencadenado', fr: 'aurait déclenché' },
  ENABLED: { en: 'said to have made possible', es: 'habría hecho posible', fr: 'aurait rendu possible' },
  CONTRIBUTED_TO: { en: 'said to have contributed to', es: 'habría contribuido a', fr: 'aurait contribué à' },
  PROMPTED_RESPONSE: { en: 'said to have drawn the response', es: 'habría motivado', fr: 'aurait suscité en réponse' },
  INTENDED: { en: 'meant to bring about', es: 'tenía como propósito', fr: 'visait à amener' },
  PREVENTED: { en: 'said to have prevented', es: 'habría impedido', fr: 'aurait empêché' },
  AMENDED_BY: { en: 'amended by', es: 'modificado por', fr: 'modifié par' },
  REVERSED_BY: { en: 'undone or halted by', es: 'revertido o detenido por', fr: 'annulé ou suspendu par' },
  IMPLEMENTED_BY: { en: 'put into effect by', es: 'puesto en práctica por', fr: 'mis en œuvre par' },
  CHALLENGED_BY: { en: 'challenged by', es: 'impugnado por', fr: 'contesté par' },
  PRECEDED: { en: 'came before', es: 'fue anterior a', fr: 'a précédé' },
  // Evidence
  DOCUMENTED: { en: 'documented', es: 'documentado', fr: 'documenté' },
  ASSERTED: { en: 'asserted by somebody', es: 'afirmado por alguien', fr: 'affirmé par quelqu’un' },
  INFERRED: { en: 'inferred', es: 'inferido', fr: 'déduit' },
  // Stance
  ASSERTS: { en: 'says so', es: 'lo afirma', fr: 'l’affirme' },
  DISPUTES: { en: 'disputes it', es: 'lo cuestiona', fr: 'le conteste' },
  QUALIFIES: { en: 'agrees in part', es: 'coincide en parte', fr: 'est d’accord en partie' },
  DENIES: { en: 'denies it', es: 'lo niega', fr: 'le nie' },
  FORECASTS: { en: 'expects it', es: 'lo prevé', fr: 'le prévoit' },
  DEMANDS: { en: 'demands it', es: 'lo exige', fr: 'l’exige' },
  // EventKind
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
  // Verification
  VERIFIED: { en: 'Verified', es: 'Verificado', fr: 'Vérifié' },
  SINGLE_SOURCE: { en: 'One source', es: 'Una sola fuente', fr: 'Une seule source' },
  UNVERIFIED: { en: 'Not verified', es: 'Sin verificar', fr: 'Non vérifié' },
  // ActorRole
  INITIATOR: { en: 'set it going', es: 'lo inició', fr: 'l’a lancé' },
  DECIDER: { en: 'decided', es: 'decidió', fr: 'a décidé' },
  SUPPORTER: { en: 'supported it', es: 'lo apoyó', fr: 'l’a appuyé' },
  CRITIC: { en: 'spoke against it', es: 'lo criticó', fr: 'l’a critiqué' },
  CHALLENGER: { en: 'challenged it', es: 'lo impugnó', fr: 'l’a contesté' },
  AFFECTED: { en: 'was affected', es: 'se vio afectado', fr: 'en a subi les effets' },
  REPORTER: { en: 'reported it', es: 'lo dio a conocer', fr: 'l’a rapporté' },
  SIGNATORY: { en: 'signed it', es: 'lo firmó', fr: 'l’a signé' },
  // Place roles that most data sets use
  ORIGIN: { en: 'people come from there', es: 'lugar de origen', fr: 'lieu d’origine' },
  TRANSIT: { en: 'people pass through', es: 'lugar de tránsito', fr: 'lieu de transit' },
  DESTINATION: { en: 'people ask for protection there', es: 'lugar de destino', fr: 'lieu de destination' },
  SITE: { en: 'it happens there', es: 'lugar del hecho', fr: 'lieu de l’événement' },
  // PolicyEffect
  PROPOSES: { en: 'proposes', es: 'propone', fr: 'propose' },
  CALLS_FOR: { en: 'calls for', es: 'pide', fr: 'réclame' },
  CREATES: { en: 'creates', es: 'crea', fr: 'crée' },
  AMENDS: { en: 'amends', es: 'modifica', fr: 'modifie' },
  IMPLEMENTS: { en: 'puts to work', es: 'pone en práctica', fr: 'met en œuvre' },
  SUSPENDS: { en: 'suspends', es: 'suspende', fr: 'suspend' },
  REINSTATES: { en: 'brings back', es: 'restablece', fr: 'rétablit' },
  ENDS: { en: 'ends', es: 'pone fin a', fr: 'met fin à' },
  CHALLENGES: { en: 'challenges', es: 'impugna', fr: 'conteste' },
  UPHOLDS: { en: 'upholds', es: 'confirma', fr: 'confirme' },
  BLOCKS: { en: 'blocks', es: 'bloquea', fr: 'bloque' },
  // PolicyStatus
  UNKNOWN: { en: 'Nothing recorded yet', es: 'Aún no consta nada', fr: 'Rien de consigné encore' },
  ANNOUNCED: { en: 'Announced', es: 'Anunciada', fr: 'Annoncée' },
  IN_FORCE: { en: 'In force', es: 'En vigor', fr: 'En vigueur' },
  PARTLY_IN_FORCE: { en: 'Partly in force', es: 'En vigor en parte', fr: 'En partie en vigueur' },
  SUSPENDED: { en: 'Suspended', es: 'Suspendida', fr: 'Suspendue' },
  BLOCKED: { en: 'Blocked', es: 'Bloqueada', fr: 'Bloquée' },
  ENDED: { en: 'Ended', es: 'Terminada', fr: 'Terminée' },
  // SourceKind
  PRIMARY: { en: 'primary source', es: 'fuente primaria', fr: 'source primaire' },
  NEWS: { en: 'news', es: 'prensa', fr: 'presse' },
  NGO: { en: 'organisation', es: 'organización', fr: 'organisation' },
  SCHOLARLY: { en: 'research', es: 'investigación', fr: 'recherche' },
  REFERENCE: { en: 'reference work', es: 'obra de consulta', fr: 'ouvrage de référence' },
  REPOST: { en: 'copy of another text', es: 'copia de otro texto', fr: 'copie d’un autre texte' },
  // ContentNote
  DEATH: { en: 'death', es: 'muerte', fr: 'mort' },
  VIOLENCE: { en: 'violence', es: 'violencia', fr: 'violence' },
  SEXUAL_VIOLENCE: { en: 'sexual violence', es: 'violencia sexual', fr: 'violence sexuelle' },
  FAMILY_SEPARATION: { en: 'families torn apart', es: 'separación de familias', fr: 'familles séparées' },
  DETENTION_OF_CHILDREN: { en: 'children held', es: 'niños detenidos', fr: 'enfants détenus' },
  DISTRESS: { en: 'distress', es: 'sufrimiento', fr: 'détresse' },
};

/** A word of the API for a reader. */
export const labelOf = (word: string, lang: Lang): string =>
  labels[word]?.[lang] ?? word.toLowerCase().replaceAll('_', ' ');
