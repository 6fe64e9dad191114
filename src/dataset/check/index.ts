import type { Dataset, Problem } from '../format';
import { readVocabulary } from '../vocabulary';
import { articlesStateTheirFacts } from './articlesStateTheirFacts';
import { assertedLinksHaveAVoice } from './assertedLinksHaveAVoice';
import { callsForHaveDemands } from './callsForHaveDemands';
import { type Checked, checkedOf } from './checked';
import { dateLiesInEdtf } from './dateLiesInEdtf';
import { datesAreEdtf } from './datesAreEdtf';
import { disputesAreAboutCauses } from './disputesAreAboutCauses';
import { documentedLinksAreBacked } from './documentedLinksAreBacked';
import { eventsHaveADate } from './eventsHaveADate';
import { factsHaveSources } from './factsHaveSources';
import { familyFitsType } from './familyFitsType';
import { idsAreReadable } from './idsAreReadable';
import { idsAreUnique } from './idsAreUnique';
import { inferredLinksHaveNoVoice } from './inferredLinksHaveNoVoice';
import { linksJoinTwoEvents } from './linksJoinTwoEvents';
import { linksRunForward } from './linksRunForward';
import { mergedIdsAreFree } from './mergedIdsAreFree';
import { observationPeriodsAreClosed } from './observationPeriodsAreClosed';
import { onePairHasOneLink } from './onePairHasOneLink';
import { onePolicyChangePerEvent } from './onePolicyChangePerEvent';
import { onePreferredValue } from './onePreferredValue';
import { partsFormNoRing } from './partsFormNoRing';
import { periodsEndAfterTheyStart } from './periodsEndAfterTheyStart';
import { policiesEndAfterTheyBegin } from './policiesEndAfterTheyBegin';
import { referencesExist } from './referencesExist';
import { shiftsHaveTwoCauses } from './shiftsHaveTwoCauses';
import { sourceTitlesHaveAnAddress } from './sourceTitlesHaveAnAddress';
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
  policiesEndAfterTheyBegin,
  observationPeriodsAreClosed,
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
  callsForHaveDemands,
  shiftsHaveTwoCauses,
  translationsMatchOriginals,
];

/** Everything that is wrong with what a data set says, errors and warnings, by place. */
export function checkDataset(dataset: Dataset, vocabulary = readVocabulary()): Problem[] {
  const checked = checkedOf(dataset, vocabulary);
  return inOrder(rules.flatMap((rule) => rule(checked)));
}

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
