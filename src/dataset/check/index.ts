import type { Dataset, Problem } from '../format';
import { readVocabulary } from '../vocabulary';
import { articlesStateTheirFacts } from './articlesStateTheirFacts';
import { assertedLinksHaveAVoice } from './assertedLinksHaveAVoice';
import { callsForPoliciesHaveDemands } from './callsForPoliciesHaveDemands';
import { changesOfOneDayHaveAnOrder } from './changesOfOneDayHaveAnOrder';
import { type Checked, checkedOf } from './checked';
import { dateLiesInEdtf } from './dateLiesInEdtf';
import { datesAreEdtf } from './datesAreEdtf';
import { disputesAreAboutCauses } from './disputesAreAboutCauses';
import { documentedLinksAreBacked } from './documentedLinksAreBacked';
import { endedPoliciesAreBroughtBack } from './endedPoliciesAreBroughtBack';
import { eventsHaveADate } from './eventsHaveADate';
import { factsHaveSources } from './factsHaveSources';
import { familyFitsType } from './familyFitsType';
import { idsAreReadable } from './idsAreReadable';
import { idsAreUnique } from './idsAreUnique';
import { inferredLinksHaveNoVoice } from './inferredLinksHaveNoVoice';
import { linksJoinTwoEvents } from './linksJoinTwoEvents';
import { linksRunForward } from './linksRunForward';
import { mergedIdsAreFree } from './mergedIdsAreFree';
import { nothingAppliesBeforeItIsCreated } from './nothingAppliesBeforeItIsCreated';
import { observationPeriodsAreClosed } from './observationPeriodsAreClosed';
import { observationsFitTheirRole } from './observationsFitTheirRole';
import { onePairHasOneLink } from './onePairHasOneLink';
import { onePolicyChangePerEvent } from './onePolicyChangePerEvent';
import { onePreferredValue } from './onePreferredValue';
import { partsFormNoRing } from './partsFormNoRing';
import { periodsEndAfterTheyStart } from './periodsEndAfterTheyStart';
import { policiesAreCreatedOnce } from './policiesAreCreatedOnce';
import { policiesEndAfterTheyBegin } from './policiesEndAfterTheyBegin';
import { referencesExist } from './referencesExist';
import { shiftsHaveTwoCauses } from './shiftsHaveTwoCauses';
import { sourceTitlesHaveAnAddress } from './sourceTitlesHaveAnAddress';
import { statusesFitEffects } from './statusesFitEffects';
import { stocksStandOnOneDay } from './stocksStandOnOneDay';
import { storiesAreFewAndShort } from './storiesAreFewAndShort';
import { storiesRunForward } from './storiesRunForward';
import { storiesTellAnEventOnce } from './storiesTellAnEventOnce';
import { storyStepsAreJoined } from './storyStepsAreJoined';
import { translationsMatchOriginals } from './translationsMatchOriginals';
import { unitsAreTheMetrics } from './unitsAreTheMetrics';
import { urlsAreHttp } from './urlsAreHttp';
import { wordsAreKnown } from './wordsAreKnown';

/** One promise that a data set keeps; what breaks it comes back as problems. */
export type Rule = (checked: Checked) => Problem[];

/** The rules, from single cells to what is made of them. The second half only warns. */
export const rules: readonly Rule[] = [
  idsAreReadable,
  idsAreUnique,
  referencesExist,
  wordsAreKnown,
  urlsAreHttp,
  sourceTitlesHaveAnAddress,
  datesAreEdtf,
  eventsHaveADate,
  dateLiesInEdtf,
  periodsEndAfterTheyStart,
  linksJoinTwoEvents,
  linksRunForward,
  onePairHasOneLink,
  familyFitsType,
  mergedIdsAreFree,
  partsFormNoRing,
  onePolicyChangePerEvent,
  policiesAreCreatedOnce,
  nothingAppliesBeforeItIsCreated,
  policiesEndAfterTheyBegin,
  statusesFitEffects,
  endedPoliciesAreBroughtBack,
  observationPeriodsAreClosed,
  stocksStandOnOneDay,
  observationsFitTheirRole,
  unitsAreTheMetrics,
  onePreferredValue,
  articlesStateTheirFacts,
  storiesAreFewAndShort,
  storiesTellAnEventOnce,
  storiesRunForward,
  storyStepsAreJoined,

  factsHaveSources,
  documentedLinksAreBacked,
  assertedLinksHaveAVoice,
  inferredLinksHaveNoVoice,
  disputesAreAboutCauses,
  callsForPoliciesHaveDemands,
  shiftsHaveTwoCauses,
  changesOfOneDayHaveAnOrder,
  translationsMatchOriginals,
];

/** Everything that is wrong with what a data set says, errors and warnings, by place. */
export function checkDataset(dataset: Dataset, vocabulary = readVocabulary()): Problem[] {
  const checked = checkedOf(dataset, vocabulary);
  return inOrder(rules.flatMap((rule) => rule(checked).map((problem) => ({ ...problem, rule: rule.name }))));
}

/** How many problems there are of a kind. */
export interface RuleCount {
  level: Problem['level'];
  /** The promise that was broken, in words such as "documented links are backed". */
  rule: string;
  count: number;
}

/** The problems counted by the rule that they break, errors first, the most frequent first. */
export function countByRule(problems: readonly Problem[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { level, rule } of problems) {
    const promise = rule === undefined ? 'files can be read' : inWords(rule);
    const counted = counts.get(`${level} ${promise}`) ?? { level, rule: promise, count: 0 };
    counts.set(`${level} ${promise}`, { ...counted, count: counted.count + 1 });
  }
  return [...counts.values()].sort((a, b) => compare(a.level, b.level) || b.count - a.count || compare(a.rule, b.rule));
}

/** `linksRunForward` is "links run forward", `datesAreEdtf` "dates are EDTF". */
const inWords = (rule: string): string =>
  rule
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/\bedtf$/, 'EDTF')
    .replace(/\bhttp$/, 'HTTP');

/** The problems by file, then line; those of one line in the order they were found. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** `events.csv:3: title is empty.`; a problem of the whole file has no line. */
export function formatProblem({ level, file, line, message }: Problem): string {
  const place = line === 0 ? file : `${file}:${line}`;
  return `${place}: ${level === 'warning' ? 'warning: ' : ''}${message}`;
}
