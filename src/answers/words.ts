import { conventions, type OwnLanguage, ownLanguage, withColon } from './languages';

export type LinkType =
  | 'CAUSED'
  | 'TRIGGERED'
  | 'ENABLED'
  | 'CONTRIBUTED_TO'
  | 'PROMPTED_RESPONSE'
  | 'INTENDED'
  | 'PREVENTED'
  | 'AMENDED_BY'
  | 'REVERSED_BY'
  | 'IMPLEMENTED_BY'
  | 'CHALLENGED_BY'
  | 'PRECEDED';

/** DOCUMENTED: a legal text or the decision-maker says so. ASSERTED: somebody does. INFERRED: time and topic only. */
export type Evidence = 'DOCUMENTED' | 'ASSERTED' | 'INFERRED';

/** A link between two events, with all that is needed to say it. */
export interface HopWords {
  type: LinkType;
  evidence: Evidence;
  /** Title of the earlier event. */
  from: string;
  /** Title of the later event. */
  to: string;
  /** Names of those who say so, who dispute or deny it, who qualify it; each name once. */
  assertedBy: string[];
  disputedBy: string[];
  qualifiedBy: string[];
  /** Whether the dates leave it open which of the two came first. */
  mayCoincide?: boolean;
  /** A BCP 47 tag; English where it is not one of our own languages. */
  lang: string;
}

/**
 * The link as a claim, in one sentence: who says it, never that one event simply caused the other. Whoever disputes or
 * qualifies it is named after it; of more than four names three are given and the rest counted.
 */
export function hopInWords(hop: HopWords): string {
  const { disputedBy, qualifiedBy } = hop;
  const language = languages[ownLanguage(hop.lang)];
  const clauses = [claimOf(hop, language)];
  if (disputedBy.length > 0) clauses.push(language.disputed(listOf(disputedBy, language)));
  if (qualifiedBy.length > 0) clauses.push(language.qualified(listOf(qualifiedBy, language)));
  return `${clauses.join('; ')}.`;
}

/** The same in a few words, to stand on the line between the two events. */
export function hopLabel(hop: Omit<HopWords, 'from' | 'to'>): string {
  const { type, evidence, assertedBy, disputedBy, qualifiedBy } = hop;
  const language = languages[ownLanguage(hop.lang)];
  const { on, cameBefore } = language;
  const who = evidence === 'ASSERTED' && assertedBy.length > 0 ? listOf(assertedBy, language) : on[evidence];
  const clauses = [type === 'PRECEDED' ? cameBefore : withColon(who, language.verbs[type].plain, hop.lang)];
  if (disputedBy.length > 0) clauses.push(language.disputed(listOf(disputedBy, language)));
  if (qualifiedBy.length > 0) clauses.push(language.qualified(listOf(qualifiedBy, language)));
  return clauses.join('; ');
}

/** The hops of a path, earlier to later, as a passage of one sentence each; empty for a path without hops. */
export function pathInWords(hops: HopWords[]): string {
  return hops.map(hopInWords).join(' ');
}

type Verb = { plain: string; participle: string };

// Here "verb" is what stands between the two titles.
interface Language {
  conventions: string;
  quoted: (title: string) => string;
  others: (count: number) => string;
  /** The verb as a plain statement ("contributed to"), and as what follows "to have" ("contributed to"). */
  verbs: Record<Exclude<LinkType, 'PRECEDED'>, Verb>;
  /** A causal link that stands on documents, and on those who say so beside them. */
  documented: (names: string[], from: string, verb: Verb, to: string) => string;
  asserted: (speakers: string, from: string, participle: string, to: string) => string;
  assertedByNobody: (from: string, participle: string, to: string) => string;
  inferred: (from: string, participle: string, to: string) => string;
  preceded: (from: string, to: string, mayCoincide: boolean) => string;
  /** What a link rests on, before a colon; of an asserted one, where nobody is on record. */
  on: Record<Evidence, string>;
  cameBefore: string;
  and: string;
  // These two name the link, since "this" might be taken for the words just before.
  disputed: (speakers: string) => string;
  qualified: (speakers: string) => string;
}

const english: Language = {
  conventions: conventions.en,
  quoted: (title) => `“${title}”`,
  others: (count) => `${count} others`,
  verbs: {
    CAUSED: { plain: 'caused', participle: 'caused' },
    TRIGGERED: { plain: 'set off', participle: 'set off' },
    ENABLED: { plain: 'made possible', participle: 'made possible' },
    CONTRIBUTED_TO: { plain: 'contributed to', participle: 'contributed to' },
    PROMPTED_RESPONSE: { plain: 'drew the response', participle: 'drawn the response' },
    INTENDED: {
      plain: 'was meant by its makers to bring about',
      participle: 'been meant by its makers to bring about',
    },
    PREVENTED: { plain: 'prevented', participle: 'prevented' },
    AMENDED_BY: { plain: 'was amended by', participle: 'been amended by' },
    REVERSED_BY: {
      plain: 'was undone or halted, at least in part, by',
      participle: 'been undone or halted, at least in part, by',
    },
    IMPLEMENTED_BY: { plain: 'was put into effect by', participle: 'been put into effect by' },
    CHALLENGED_BY: { plain: 'was challenged by', participle: 'been challenged by' },
  },
  documented: (names, from, { participle }, to) =>
    `${from} is said in documents${names.length > 0 ? ` and by ${listOf(names, english)}` : ''} to have ${participle} ${to}`,
  asserted: (speakers, from, participle, to) => `${from} is said by ${speakers} to have ${participle} ${to}`,
  assertedByNobody: (from, participle, to) =>
    `${from} is said to have ${participle} ${to}, though it is not recorded by whom`,
  inferred: (from, participle, to) => `${from} may have ${participle} ${to}: inferred from time and topic`,
  preceded: (from, to, mayCoincide) =>
    `${from} came before ${to}${mayCoincide ? ', or at about the same time' : ''}; order alone is no evidence that one led to the other`,
  on: { DOCUMENTED: 'on record', ASSERTED: 'said by somebody', INFERRED: 'inferred' },
  cameBefore: 'came before (order alone is no evidence)',
  and: 'and',
  disputed: (speakers) => `the link is disputed by ${speakers}`,
  qualified: (speakers) => `reservations are made by ${speakers}`,
};

// The reflexive agrees with any title, where a participle would have to know its gender.
const spanish: Language = {
  conventions: conventions.es,
  // Mexico's marks, which also keep apart from the «» inside titles.
  quoted: (title) => `“${title}”`,
  others: (count) => `${count} más`,
  verbs: {
    CAUSED: { plain: 'causó', participle: 'causado' },
    TRIGGERED: { plain: 'desencadenó', participle: 'desencadenado' },
    ENABLED: { plain: 'hizo posible', participle: 'hecho posible' },
    CONTRIBUTED_TO: { plain: 'contribuyó a', participle: 'contribuido a' },
    PROMPTED_RESPONSE: { plain: 'motivó como respuesta', participle: 'motivado como respuesta' },
    INTENDED: {
      plain: 'tuvo como propósito, para sus autores, llegar a',
      participle: 'tenido como propósito, para sus autores, llegar a',
    },
    PREVENTED: { plain: 'impidió', participle: 'impedido' },
    AMENDED_BY: { plain: 'se modificó con', participle: 'sido modificado con' },
    REVERSED_BY: {
      plain: 'se revirtió o se detuvo, al menos en parte, con',
      participle: 'sido revertido o detenido, al menos en parte, con',
    },
    IMPLEMENTED_BY: { plain: 'se puso en práctica con', participle: 'sido puesto en práctica con' },
    CHALLENGED_BY: { plain: 'se impugnó con', participle: 'sido impugnado con' },
  },
  documented: (names, from, { plain }, to) =>
    `Según ${listOf(names, spanish, 'los documentos')}, ${from} ${plain} ${to}`,
  asserted: (speakers, from, participle, to) => `Según lo dicho por ${speakers}, ${from} habría ${participle} ${to}`,
  assertedByNobody: (from, participle, to) => `Se afirma, sin que conste quién, que ${from} habría ${participle} ${to}`,
  inferred: (from, participle, to) => `${from} pudo haber ${participle} ${to}: se infiere de la fecha y el tema`,
  preceded: (from, to, mayCoincide) =>
    `${from} fue anterior a ${to}${mayCoincide ? ', o más o menos simultáneo' : ''}; el orden por sí solo no indica que lo uno llevara a lo otro`,
  on: { DOCUMENTED: 'consta', ASSERTED: 'alguien afirma', INFERRED: 'se infiere' },
  cameBefore: 'fue anterior (el orden por sí solo no prueba nada)',
  and: 'y',
  disputed: (speakers) => `el vínculo es cuestionado por ${speakers}`,
  qualified: (speakers) => `hay reservas por parte de ${speakers}`,
};

// A French verb is its participle after "a", or after "aurait" where it is hearsay.
const frenchVerb = (participle: string) => ({ plain: `a ${participle}`, participle });

const french: Language = {
  conventions: conventions.fr,
  // The spaces inside the marks and before the colon are unbreakable ones.
  quoted: (title) => `«\u00a0${title}\u00a0»`,
  others: (count) => `${count} autres`,
  verbs: {
    CAUSED: frenchVerb('causé'),
    TRIGGERED: frenchVerb('déclenché'),
    ENABLED: frenchVerb('rendu possible'),
    CONTRIBUTED_TO: frenchVerb('contribué à'),
    PROMPTED_RESPONSE: frenchVerb('suscité en réponse'),
    INTENDED: frenchVerb('été conçu par ses auteurs pour aboutir à'),
    PREVENTED: frenchVerb('empêché'),
    AMENDED_BY: frenchVerb('été modifié par'),
    REVERSED_BY: frenchVerb('été annulé ou suspendu, au moins en partie, par'),
    IMPLEMENTED_BY: frenchVerb('été mis en œuvre par'),
    CHALLENGED_BY: frenchVerb('été contesté par'),
  },
  documented: (names, from, { plain }, to) => `Selon ${listOf(names, french, 'les documents')}, ${from} ${plain} ${to}`,
  asserted: (speakers, from, participle, to) => `D’après ${speakers}, ${from} aurait ${participle} ${to}`,
  assertedByNobody: (from, participle, to) =>
    `On affirme, sans qu’il soit consigné qui, que ${from} aurait ${participle} ${to}`,
  inferred: (from, participle, to) => `${from} pourrait avoir ${participle} ${to}\u00a0: déduit de la date et du sujet`,
  preceded: (from, to, mayCoincide) =>
    `${from} a précédé ${to}${mayCoincide ? ', ou a eu lieu à peu près en même temps' : ''}; l’ordre à lui seul n’indique pas que l’un ait mené à l’autre`,
  on: { DOCUMENTED: 'consigné', ASSERTED: 'affirmé par quelqu’un', INFERRED: 'déduit' },
  cameBefore: 'a précédé (l’ordre à lui seul ne prouve rien)',
  and: 'et',
  disputed: (speakers) => `le lien est contesté par ${speakers}`,
  qualified: (speakers) => `des réserves sont émises par ${speakers}`,
};

const languages: Record<OwnLanguage, Language> = { en: english, es: spanish, fr: french };

type Family = 'CAUSAL' | 'LEGAL';

const families: Record<Exclude<LinkType, 'PRECEDED'>, Family> = {
  CAUSED: 'CAUSAL',
  TRIGGERED: 'CAUSAL',
  ENABLED: 'CAUSAL',
  CONTRIBUTED_TO: 'CAUSAL',
  PROMPTED_RESPONSE: 'CAUSAL',
  INTENDED: 'CAUSAL',
  PREVENTED: 'CAUSAL',
  AMENDED_BY: 'LEGAL',
  REVERSED_BY: 'LEGAL',
  IMPLEMENTED_BY: 'LEGAL',
  CHALLENGED_BY: 'LEGAL',
};

function claimOf({ type, evidence, assertedBy, mayCoincide, ...titles }: HopWords, language: Language): string {
  const [from, to] = [language.quoted(titles.from), language.quoted(titles.to)];
  if (type === 'PRECEDED') return language.preceded(from, to, mayCoincide === true);
  const { plain, participle } = language.verbs[type];
  switch (evidence) {
    case 'DOCUMENTED':
      // What one text does to another is a fact of law; what an event brought about stays the record's statement.
      if (families[type] === 'LEGAL') return `${from} ${plain} ${to}`;
      return language.documented(assertedBy, from, language.verbs[type], to);
    case 'ASSERTED':
      if (assertedBy.length === 0) return language.assertedByNobody(from, participle, to);
      return language.asserted(listOf(assertedBy, language), from, participle, to);
    case 'INFERRED':
      return language.inferred(from, participle, to);
    default:
      return forgotten(evidence);
  }
}

const mostNames = 4;

/** "A, B, and C"; of more than four names "A, B, C, and 5 others". What is `before` them does not count. */
function listOf(names: string[], language: Language, ...before: string[]): string {
  const shown = names.length > mostNames ? names.slice(0, mostNames - 1) : names;
  const rest = names.length > shown.length ? [language.others(names.length - shown.length)] : [];
  const items = [...before, ...shown, ...rest];
  // A name that holds a comma or an "and" of its own would fall apart among commas.
  if (items.length < 3 || !shown.some((name) => name.includes(',') || name.includes(` ${language.and} `))) {
    return listFormat(language.conventions).format(items);
  }
  return `${items.slice(0, -1).join('; ')}; ${language.and} ${items.at(-1)}`;
}

const listFormats = new Map<string, Intl.ListFormat>();

function listFormat(locale: string): Intl.ListFormat {
  const format = listFormats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  listFormats.set(locale, format);
  return format;
}

function forgotten(evidence: never): never {
  throw new Error(`No words for the evidence ${String(evidence)}.`);
}
