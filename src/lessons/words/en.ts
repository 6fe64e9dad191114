import { isPrimary } from '../material';
import type { Words } from '.';

const notes: Readonly<Record<string, string>> = {
  DEATH: 'death',
  VIOLENCE: 'violence',
  SEXUAL_VIOLENCE: 'sexual violence',
  FAMILY_SEPARATION: 'families kept apart',
  DETENTION_OF_CHILDREN: 'children held by the state',
  DISTRESS: 'people in distress',
};

const kinds: Readonly<Record<string, string>> = {
  PERSON: 'a person',
  ORGANIZATION: 'an organization',
  GOVERNMENT: 'a government',
  AGENCY: 'a public agency',
  COURT: 'a court',
  GROUP: 'a group',
  PUBLICATION: 'a publication',
};

const format = new Intl.ListFormat('en-US');
const listed = (items: readonly string[]) => format.format(items);
/** At most three names; the rest are counted. */
const few = (names: readonly string[]) =>
  listed(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} others`] : names);
const noted = (words: readonly string[]) => listed(words.map((word) => notes[word] ?? word));
const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const english: Words = {
  lang: 'en',
  languageName: 'English',
  activities: {
    SEQUENCE: {
      name: 'Put them in order',
      sentence: 'Pupils put event cards in the order of their dates, then ask what order can show and what it cannot.',
      task: [
        'Read the cards. Years are left blank.',
        'Lay the cards in a row, the earliest first. Write their numbers below.',
        'Draw an arrow where you think that one event led to the next. Note how you could find out.',
      ],
      questions: [
        'Which card was hard to place, and why?',
        'Choose two neighbours. What would you need to know to say that the first led to the second?',
      ],
      keyNote: 'This is the order of the recorded dates. Order alone does not show that one event led to another.',
      plan: [
        'Pupils read the cards in pairs and lay them in a row.',
        'Pairs compare their rows with the key on the board. They draw their arrows.',
        'The class talks about two arrows: what would show that one event led to the other?',
      ],
      rubric: [
        'Order of events',
        'Places a few cards.',
        'Places most cards, with help.',
        'Places the cards and explains hard ones.',
        'Places the cards and says what order cannot show.',
      ],
      refusal: (found) =>
        `To put events in order takes three or more whose dates do not overlap. Here there ${found === 1 ? 'is' : 'are'} ${found}.`,
    },
    ICEBERG: {
      name: 'Iceberg',
      sentence:
        'Pupils place what could be seen above the water, and the causes and conditions that people name below it.',
      task: [
        'Sort the cards. What could everybody see? Place it above the water.',
        'Who names a cause, or doubts one? Place that card below the water.',
        'What only made it possible? Place that card at the bottom.',
      ],
      questions: [
        'Which card below the water has the best support? Who says so?',
        'Which cause would you look for that no card names?',
      ],
      keyNote: 'Cards below the water are claims. Accept another place if the pupil gives a reason.',
      plan: [
        'Pupils sort the cards in groups of three and lay them on the sheet.',
        'Each group visits another and asks about one card that lies elsewhere.',
        'The class names the cause with the best support and one that somebody disputes.',
      ],
      rubric: [
        'Facts and causes',
        'Mixes facts and causes.',
        'Tells facts from causes.',
        'Tells causes from conditions too.',
        'Says who names each cause and who disputes it.',
      ],
      refusal: () => 'An iceberg takes an event with two or more recorded causes. There is none here.',
    },
    DIAMOND: {
      name: 'Diamond ranking',
      sentence: 'Pupils rank four or nine claims about causes by weight, and learn that there is no one right order.',
      task: [
        'Read each card. Who speaks? What do they say?',
        'Place the card that weighs most at the top and the one that weighs least at the bottom.',
        'Cards in one row weigh the same. Be ready to give your reasons.',
      ],
      questions: ['Why does your top card weigh most?', 'Which card did your group argue about? What settled it?'],
      keyNote: 'There is no one right order. Judge the reasons, not the rank.',
      plan: [
        'Pupils read the cards in groups of three and lay their diamond.',
        'Groups compare diamonds. Each changes one card, or says why not.',
        'The class names what makes a claim weigh more: papers, closeness, other voices.',
      ],
      rubric: [
        'Reasons for a rank',
        'Ranks without reasons.',
        'Gives a reason for the top card.',
        'Gives reasons from the cards for most ranks.',
        'Weighs evidence and disputes, and can change a rank.',
      ],
      refusal: (found) =>
        `A diamond takes an event with two or more recorded causes and at least four claims about them. Here there ${found === 1 ? 'is' : 'are'} ${found}.`,
    },
    WEIGHING: {
      name: 'Weigh the claims',
      sentence: 'Pupils weigh the claims for and against one link between two events, and say how sure one can be.',
      task: [
        'Read each card. Who speaks? What do they say?',
        'Lay it where it belongs: for the link, yes but, or against it.',
        'Mark the two cards that weigh most. Say why.',
      ],
      questions: [
        'How sure can we be that the first event led to the second? Use two cards and one other cause.',
        'What would change your mind?',
      ],
      keyNote: 'The key says what each speaker does with the link. It does not say who is right.',
      plan: [
        'Pupils sort the cards in pairs.',
        'Two pairs join. They agree on the two cards that weigh most, and read the other causes on the sheet.',
        'The class takes a line from “not at all” to “alone”: where does this link stand, and why?',
      ],
      rubric: [
        'Weighing claims',
        'Repeats one claim.',
        'Sorts claims for and against.',
        'Says why one claim weighs more.',
        'Weighs both sides and says how sure one can be.',
      ],
      refusal: () => 'Weighing takes a link with a claim for it and a claim against it. There is none here.',
    },
    SOURCING: {
      name: 'Who says so?',
      sentence: 'Pupils ask of each claim who makes it, how they know, and whether they speak at first hand.',
      task: [
        'Read each card. Underline who speaks.',
        'Fill in the table. Leave a gap where you cannot know.',
        'Circle the claim that you would trust most for this question.',
      ],
      questions: ['Who is not heard on these cards?', 'Choose one claim. What would you read next to check it?'],
      keyNote: 'A first-hand source is close to the event. It is not for that reason right, or fair.',
      plan: [
        'Pupils fill in the table in pairs.',
        'Pairs compare two rows and mend them.',
        'The class talks about the claim that it trusts most, and about who is not heard.',
      ],
      rubric: [
        'Questions to sources',
        'Names a speaker.',
        'Says who speaks and when.',
        'Says how the speaker can know.',
        'Says what the speaker may want, and whom to ask next.',
      ],
      refusal: (found) =>
        `This takes three or more claims by different speakers, with sources. Here there ${found === 1 ? 'is' : 'are'} ${found}.`,
    },
    WITHOUT_IT: {
      name: 'Without it',
      sentence:
        'Pupils take one event away and see which later events still have another recorded cause, and which have none.',
      task: [
        'Cross out the event that is taken away wherever it stands in the table.',
        'Look at what is left. Does each card still have a recorded cause?',
        'Write yes or no in the last column. Then find what hangs on a card with no.',
      ],
      questions: [
        'Does “no other cause is recorded here” mean that there was none? Explain.',
        'Which cause would you look for next, and where?',
      ],
      keyNote: 'The key tells what is recorded here. It does not tell what the world would have been like.',
      plan: [
        'Pupils cross out the event and fill in the table in pairs.',
        'Pairs lay the cards on the table and turn over those with no recorded cause left.',
        'The class talks about the difference between “not recorded” and “not there”.',
      ],
      rubric: [
        'Several causes',
        'Sees one cause.',
        'Finds another recorded cause.',
        'Follows the chain to its end.',
        'Says what a gap in the record does not show.',
      ],
      refusal: () =>
        'To take an event away takes one that is followed by an event with two recorded causes. There is none here.',
    },
  },
  commonUse: /\b(?:stay|return)s?\s+(?=(?:above|below|at|away|home|in|out|south|there|until|with)\b)/giu,
  levels: ['What is judged', '1 Starting', '2 On the way', '3 Secure', '4 Strong'],
  rubric: [
    [
      'Who says so',
      'Names nobody.',
      'Names a speaker.',
      'Names speakers on both sides.',
      'Says how far each can know.',
    ],
    [
      'More than one cause',
      'Names one cause.',
      'Names two causes.',
      'Compares two causes.',
      'Says how causes work together, and what is not known.',
    ],
  ],
  opening: (asks) =>
    `Read the title aloud. Each pupil writes ${asks ? 'a first answer' : 'what they think happened and why,'} in one sentence.`,
  closing: 'Each pupil writes the sentence again. What has changed, and which card changed it?',
  noOwnStories:
    'Do not ask pupils for their own or their family’s story, and do not let them play people who ask for protection.',
  titled: (activity, about) => `${activity}${activity.endsWith('?') ? '' : ':'} ${about}`,
  timed: (minutes, part) => `${minutes} min: ${part}`,
  speaksOf: (words) => `The cards or their sources speak of ${noted(words)}.`,
  leftOut: (count) =>
    count === 1
      ? '1 event is left out because of its content note.'
      : `${count} events are left out because of their content notes.`,
  subjectLeftOut: (words) =>
    `This is about an event with a content note: ${noted(words)}. Ask for it with withContentNotes: [${words.join(', ')}].`,
  whyLeftOut: (words) => `It bears a content note: ${noted(words)}.`,
  recordedBy: {
    DOCUMENTED: 'The record',
    ASSERTED: 'Somebody not named',
    INFERRED: 'This data set, from time and topic',
  },
  rivals: 'Other causes',
  rivalsOf: (title, isBeside) => `What${isBeside ? ' else' : ''} is said to have led to “${title}”`,
  noOtherCause: 'Other causes are not recorded here. That does not mean that there were none.',
  moreCauses: (count) => `${counted(count, 'more recorded cause is', 'more recorded causes are')} not shown here.`,
  cause: ({ title, evidence, saidBy, disputedBy }) => {
    const who =
      saidBy.length > 0
        ? `according to ${few(saidBy)}`
        : {
            DOCUMENTED: 'according to the record',
            ASSERTED: 'by whom is not recorded',
            INFERRED: 'only time and topic suggest it',
          }[evidence];
    return `“${title}” (${who}${disputedBy.length > 0 ? `; disputed by ${few(disputedBy)}` : ''})`;
  },
  card: 'Card',
  cardNumbers: (numbers) => `${numbers.length === 1 ? 'Card' : 'Cards'} ${listed(numbers.map(String))}:`,
  date: 'Date',
  event: 'Event',
  evidence: 'What is recorded',
  dated: (date, title) => `${title} (${date})`,
  earliest: 'earliest',
  latest: 'latest',
  linksBetween: 'Links that are recorded between these events:',
  noLinksBetween: 'No link between these events is recorded here.',
  weighsMost: 'weighs most',
  weighsLeast: 'weighs least',
  iceberg: [
    'Above the water: what could be seen',
    'Below the water: causes that somebody names',
    'At the bottom: conditions, and what led to the causes',
  ],
  emptyBox: (box) => `No card belongs in “${box}”. Ask the class why it stays empty.`,
  sides: ['For the link', 'Yes, but …', 'Against the link'],
  sourcing: ['Card', 'Who speaks?', 'How can they know?', 'First hand?', 'What may they want?'],
  speaker: 'Who says what',
  sourceHead: 'Where it is found',
  firstHand: 'First hand?',
  primary: 'a primary source',
  reported: 'reported by others',
  speakerIs: ({ speaker, speakerKind }) => (kinds[speakerKind] ? `${speaker} (${kinds[speakerKind]})` : speaker),
  withoutIt: ['Card', 'Recorded causes', 'Is one left?'],
  takeAway: (number, title) => `Take away card ${number}: “${title}”.`,
  stillCaused: (causes) => `A recorded cause is left: ${causes.join('; ')}.`,
  noOther: 'No other cause is recorded here.',
  fits: (cards) => `It makes a lesson with ${cards} cards.`,
  askInstead: (selection) => `This fits: ${selection}.`,
  didItLead: (from, to) => `Did “${from}” lead to “${to}”?`,
  said: (speaker, date, text) => `${speaker}${date === null ? '' : ` (${date})`}: ${text}`,
  stances: {
    ASSERTS: 'This speaks for the link.',
    DISPUTES: 'This disputes the link.',
    DENIES: 'This denies the link.',
    QUALIFIES: 'This has reservations about the link.',
  },
  hedge: (word) => `Note the word that weakens it: “${word}”.`,
  source: ({ title, publisher, kind }) =>
    `${publisher === null ? title : `${publisher}, “${title}”`}${kind === 'PRIMARY' ? ' (primary)' : ''}`,
  sources: (sources) => `Source: ${sources.join('; ')}.`,
  reasoning: (item) => {
    const { link } = item;
    if (item.of === 'claim' && item.claim.stance === 'QUALIFIES')
      return 'Sample reasoning: it has a reservation, which can pull a cause down without denying it.';
    if (item.of === 'claim' && item.claim.stance !== 'ASSERTS')
      return 'Sample reasoning: it doubts a cause. It weighs much if the speaker is close to the facts.';
    if (link.words.disputedBy.length > 0)
      return `Sample reasoning: somebody says so, yet it is disputed by ${listed(link.words.disputedBy)}, so it may stand in the middle.`;
    if (link.evidence === 'DOCUMENTED')
      return 'Sample reasoning: an official text or the decision-maker says so, so it may stand high.';
    if (link.evidence === 'INFERRED') return 'Sample reasoning: only time and topic suggest it, so it may stand low.';
    if (item.of === 'claim' && item.claim.hedge !== null)
      return `Sample reasoning: a named speaker says so, but with “${item.claim.hedge}”, which is less than a plain yes.`;
    if (item.of === 'claim' && isPrimary(item.claim))
      return 'Sample reasoning: a primary source says so. Ask what the speaker may want before you place it high.';
    return 'Sample reasoning: a named speaker says so. Ask how they can know before you place it high.';
  },
  parts: {
    cards: 'Cards to cut out',
    key: 'Key',
    rubric: 'Rubric',
    plan: 'Plan',
    glossary: 'Hard words',
    name: 'Name',
    date: 'Date',
    teacherOnly: 'For the teacher only',
  },
  minutes: (minutes) => `${minutes} minutes`,
  made: (seed, citation) => `Sheet ${seed}. ${citation}`,
  teach: {
    title: 'For a class',
    intro:
      'Each pack is made from recorded events, links and claims: a sheet of one page, cards to cut out, a key, a rubric, a plan and a list of hard words.',
    whyNoOwnStories:
      'No sheet asks pupils for their own or their family’s story, and none lets them play people who ask for protection. Some pupils have lived through this, and a class is no place where they can refuse to tell it. A role play would turn what people had to prove into a game.',
    activities: 'Six activities',
    packs: 'Ready packs for the stories',
    eventPacks: 'Ready packs',
    contentNotes: (words) => `With events that speak of ${noted(words)}:`,
    offline: 'Print a pack, or save its page. It needs no internet after that.',
    language: 'Language',
    show: 'Show',
    seed: 'Sheet number',
    back: 'All activities and packs',
    home: 'To the stories, the timeline and the numbers',
    print: 'Print this page in black and white, on A4 or Letter.',
    notHere: 'Not from this story:',
    first: 'A lesson of fifty minutes to begin with',
  },
};
