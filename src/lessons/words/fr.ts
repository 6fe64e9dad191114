import { isPrimary } from '../material';
import type { Words } from '.';

const notes: Readonly<Record<string, string>> = {
  DEATH: 'mort',
  VIOLENCE: 'violence',
  SEXUAL_VIOLENCE: 'violence sexuelle',
  FAMILY_SEPARATION: 'familles séparées',
  DETENTION_OF_CHILDREN: 'enfants détenus',
  DISTRESS: 'détresse',
};

const kinds: Readonly<Record<string, string>> = {
  PERSON: 'une personne',
  ORGANIZATION: 'une organisation',
  GOVERNMENT: 'un gouvernement',
  AGENCY: 'un organisme public',
  COURT: 'un tribunal',
  GROUP: 'un groupe',
  PUBLICATION: 'une publication',
};

const format = new Intl.ListFormat('fr-CA');
const listed = (items: readonly string[]) => format.format(items);
const few = (names: readonly string[]) =>
  listed(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} autres`] : names);
const noted = (words: readonly string[]) => listed(words.map((word) => notes[word] ?? word));

// The spaces before a colon and inside the marks are unbreakable ones.
const colon = '\u00a0:';
const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

export const french: Words = {
  lang: 'fr',
  languageName: 'Français',
  activities: {
    SEQUENCE: {
      name: 'Dans l’ordre',
      sentence: 'Les élèves rangent des faits par date, puis se demandent ce que l’ordre montre et ne montre pas.',
      task: [
        'Lis les cartes. Les années sont en blanc.',
        'Range les cartes en ligne, la plus ancienne d’abord. Note leurs numéros plus bas.',
        'Trace une flèche là où un fait a pu mener à l’autre. Note comment le savoir.',
      ],
      questions: [
        'Quelle carte a été difficile à placer? Pourquoi?',
        'Prends deux voisines. Que faut-il savoir pour dire que la première a mené à la seconde?',
      ],
      keyNote: 'Voici l’ordre des dates. L’ordre seul ne montre pas qu’un fait a mené à un autre.',
      plan: [
        'À deux, les élèves lisent les cartes et les rangent en ligne.',
        'Les paires comparent leur ligne avec la clé au tableau. Elles tracent leurs flèches.',
        'La classe parle de deux flèches\u00a0: qu’est-ce qui montrerait qu’un fait a mené à l’autre?',
      ],
      rubric: [
        'Ordre des faits',
        'Place peu de cartes.',
        'Place la plupart avec de l’aide.',
        'Place les cartes et parle des cas difficiles.',
        'Place les cartes et dit ce que l’ordre ne montre pas.',
      ],
      refusal: (found) =>
        `Pour mettre des faits en ordre, il en faut trois ou plus dont les dates ne se croisent pas. Ici, il y en a ${found}.`,
    },
    ICEBERG: {
      name: 'Iceberg',
      sentence:
        'Les élèves placent sur l’eau ce qu’on a pu voir, et sous l’eau les causes et conditions que l’on nomme.',
      task: [
        'Trie les cartes. Qu’est-ce que tous ont pu voir? Place-le sur l’eau.',
        'Qui nomme une cause, ou en doute? Place cette carte sous l’eau.',
        'Qu’est-ce qui l’a juste rendu possible? Place cette carte tout en bas.',
      ],
      questions: [
        'Quelle carte sous l’eau a le meilleur appui? Qui le dit?',
        'Quelle cause chercher que les cartes ne nomment pas?',
      ],
      keyNote: 'Les cartes sous l’eau sont des dires. Un autre lieu est bon si l’élève a une raison.',
      plan: [
        'Par trois, les élèves trient les cartes et les posent sur la feuille.',
        'Chaque groupe en visite un autre et parle d’une carte placée ailleurs.',
        'La classe nomme la cause qui a le meilleur appui et une que l’on conteste.',
      ],
      rubric: [
        'Faits et causes',
        'Mêle faits et causes.',
        'Sépare faits et causes.',
        'Sépare aussi causes et conditions.',
        'Dit qui nomme chaque cause et qui la conteste.',
      ],
      refusal: () => 'Un iceberg demande un fait qui a deux causes ou plus dans les données. Ici, il n’y en a pas.',
    },
    DIAMOND: {
      name: 'Diamant',
      sentence: 'Les élèves classent quatre ou neuf dires sur des causes et voient qu’il n’y a pas un seul bon ordre.',
      task: [
        'Lis chaque carte. Qui parle? Que dit-on?',
        'Place en haut la carte qui pèse le plus, en bas celle qui pèse le moins.',
        'Les cartes d’une même ligne pèsent autant. Garde tes raisons en tête.',
      ],
      questions: [
        'Pourquoi ta carte du haut pèse-t-elle le plus?',
        'Quelle carte a fait débat? Qu’est-ce qui a tranché?',
      ],
      keyNote: 'Il n’y a pas un seul bon ordre. Ce sont les raisons qui comptent, pas le rang.',
      plan: [
        'Par trois, les élèves lisent les cartes et posent leur diamant.',
        'Les groupes comparent. Chacun change une carte ou dit pourquoi non.',
        'La classe dit ce qui donne du poids\u00a0: des textes, être proche des faits, d’autres voix.',
      ],
      rubric: [
        'Raisons du rang',
        'Classe sans raison.',
        'A une raison pour la carte du haut.',
        'A des raisons tirées des cartes.',
        'Pèse preuves et doutes, et peut changer un rang.',
      ],
      refusal: (found) =>
        `Un diamant demande un fait qui a deux causes ou plus et au moins quatre dires sur elles. Ici, il y en a ${found}.`,
    },
    WEIGHING: {
      name: 'Pour et contre',
      sentence:
        'Les élèves pèsent ce que l’on dit pour et contre un lien entre deux faits, et à quel point il est sûr.',
      task: [
        'Lis chaque carte. Qui parle? Que dit-on?',
        'Pose-la au bon endroit\u00a0: pour le lien, oui mais, ou contre.',
        'Marque les deux cartes qui pèsent le plus. Dis pourquoi.',
      ],
      questions: [
        'À quel point est-il sûr que le premier fait a mené au second? Prends deux cartes et une autre cause.',
        'Qu’est-ce qui te ferait changer d’avis?',
      ],
      keyNote: 'La clé dit ce que chaque voix fait du lien. Elle ne dit pas qui a raison.',
      plan: [
        'À deux, les élèves trient les cartes.',
        'Deux paires se joignent. Elles choisissent les deux cartes qui pèsent le plus et lisent les autres causes.',
        'La classe forme une ligne de «\u00a0pas du tout\u00a0» à «\u00a0à lui seul\u00a0»\u00a0: où est ce lien, et pourquoi?',
      ],
      rubric: [
        'Peser les dires',
        'Répète une voix.',
        'Trie le pour et le contre.',
        'Dit pourquoi une voix pèse plus.',
        'Pèse les deux côtés et dit à quel point c’est sûr.',
      ],
      refusal: () => 'Pour peser, il faut un lien qui a une voix pour et une voix contre. Ici, il n’y en a pas.',
    },
    SOURCING: {
      name: 'Qui le dit?',
      sentence: 'Les élèves demandent de chaque dire qui parle, comment on le sait et si c’est de première main.',
      task: [
        'Lis chaque carte. Souligne qui parle.',
        'Remplis le tableau. Laisse un vide où l’on ne peut pas savoir.',
        'Entoure la voix qui te semble la plus sûre pour cette question.',
      ],
      questions: ['Qui n’est pas entendu sur ces cartes?', 'Prends une carte. Que lire pour la vérifier?'],
      keyNote: 'Une source de première main est proche du fait. Elle n’a pas raison pour autant.',
      plan: [
        'À deux, les élèves remplissent le tableau.',
        'Les paires comparent deux lignes et les corrigent.',
        'La classe parle de la voix la plus sûre et de qui n’est pas entendu.',
      ],
      rubric: [
        'Questions aux sources',
        'Nomme une voix.',
        'Dit qui parle et quand.',
        'Dit comment on peut le savoir.',
        'Dit ce que l’on peut vouloir et qui lire ensuite.',
      ],
      refusal: (found) => `Il faut trois voix ou plus, chacune avec sa source. Ici, il y en a ${found}.`,
    },
    WITHOUT_IT: {
      name: 'Sans ce fait',
      sentence: 'Les élèves ôtent un fait et voient lesquels des suivants ont une autre cause dans les données.',
      task: [
        'Barre partout dans le tableau le fait que l’on ôte.',
        'Vois ce qui reste. Chaque carte a-t-elle encore une cause dans les données?',
        'Écris oui ou non dans la case de droite. Puis cherche ce qui tient à une carte avec non.',
      ],
      questions: [
        '«\u00a0Pas d’autre cause notée ici\u00a0»\u00a0: cela veut-il dire qu’il n’y en a pas eu? Dis pourquoi.',
        'Quelle cause chercher ensuite, et où?',
      ],
      keyNote: 'La clé dit ce qui est noté ici. Elle ne dit pas ce que le monde aurait été.',
      plan: [
        'À deux, les élèves barrent le fait et remplissent le tableau.',
        'Les paires posent les cartes et tournent celles qui n’ont plus de cause dans les données.',
        'La classe parle de l’écart entre «\u00a0pas noté\u00a0» et «\u00a0pas eu lieu\u00a0».',
      ],
      rubric: [
        'Plusieurs causes',
        'Voit une cause.',
        'Trouve une autre cause notée.',
        'Suit la chaîne au bout.',
        'Dit ce qu’un vide dans les données ne montre pas.',
      ],
      refusal: () =>
        'Pour ôter un fait, il faut qu’il soit suivi d’un fait qui a deux causes dans les données. Ici, il n’y en a pas.',
    },
  },
  commonUse: null,
  levels: ['Ce qui est jugé', '1 Au début', '2 En route', '3 Sûr', '4 Fort'],
  rubric: [
    [
      'Qui le dit',
      'Ne nomme personne.',
      'Nomme une voix.',
      'Nomme des voix des deux côtés.',
      'Dit ce que chacune peut savoir.',
    ],
    [
      'Plus d’une cause',
      'Nomme une cause.',
      'Nomme deux causes.',
      'Compare deux causes.',
      'Dit comment les causes se mêlent et ce que l’on ne sait pas.',
    ],
  ],
  opening: (asks) =>
    `Lisez le titre à voix haute. Chaque élève écrit ${asks ? 'une première réponse' : 'ce qui s’est passé, à son avis, et pourquoi,'} en une phrase.`,
  closing: 'Chaque élève récrit sa phrase. Qu’est-ce qui a changé, et quelle carte l’a changé?',
  noOwnStories:
    'Ne demandez à personne son histoire ou celle de sa famille, ni de jouer une personne qui demande l’asile.',
  titled: (activity, about) => `${activity}${activity.endsWith('?') ? '' : colon} ${about}`,
  timed: (minutes, part) => `${minutes} min${colon} ${part}`,
  speaksOf: (words) => `Sujets difficiles dans les cartes ou leurs sources${colon} ${noted(words)}.`,
  leftOut: (count) =>
    count === 1
      ? 'Un fait est laissé de côté pour sa note de contenu.'
      : `${count} faits sont laissés de côté pour leurs notes de contenu.`,
  subjectLeftOut: (words) =>
    `Il s’agit d’un fait qui porte une note de contenu${colon} ${noted(words)}. Demandez-le avec withContentNotes${colon} [${words.join(', ')}].`,
  whyLeftOut: (words) => `Il porte une note de contenu${colon} ${noted(words)}.`,
  recordedBy: {
    DOCUMENTED: 'Les documents',
    ASSERTED: 'Quelqu’un sans nom',
    INFERRED: 'Ces données, par date et sujet',
  },
  rivals: 'Autres causes',
  rivalsOf: (title, isBeside) => `Ce qui aurait${isBeside ? ' aussi' : ''} mené à ${quoted(title)}`,
  noOtherCause: 'Pas d’autre cause notée ici. Cela ne veut pas dire qu’il n’y en a pas eu.',
  moreCauses: (count) =>
    count === 1
      ? 'Une autre cause notée n’est pas montrée ici.'
      : `${count} autres causes notées ne sont pas montrées ici.`,
  cause: ({ title, evidence, saidBy, disputedBy }) => {
    const who =
      saidBy.length > 0
        ? `selon ${few(saidBy)}`
        : {
            DOCUMENTED: 'selon les documents',
            ASSERTED: 'on ne sait pas qui le dit',
            INFERRED: 'seuls la date et le sujet le suggèrent',
          }[evidence];
    return `${quoted(title)} (${who}${disputedBy.length > 0 ? `; contesté par ${few(disputedBy)}` : ''})`;
  },
  card: 'Carte',
  cardNumbers: (numbers) => `${numbers.length === 1 ? 'Carte' : 'Cartes'} ${listed(numbers.map(String))}${colon}`,
  date: 'Date',
  event: 'Fait',
  evidence: 'Ce qui est noté',
  dated: (date, title) => `${title} (${date})`,
  earliest: 'le premier',
  latest: 'le dernier',
  linksBetween: `Liens notés entre ces faits${colon}`,
  noLinksBetween: 'Pas de lien noté ici entre ces faits.',
  weighsMost: 'pèse le plus',
  weighsLeast: 'pèse le moins',
  iceberg: [
    `Sur l’eau${colon} ce qu’on a pu voir`,
    `Sous l’eau${colon} des causes que l’on nomme`,
    `Tout en bas${colon} des conditions, et ce qui a mené aux causes`,
  ],
  emptyBox: (box) => `Aucune carte ne va dans ${quoted(box)}. Demandez à la classe pourquoi cela reste vide.`,
  sides: ['Pour le lien', 'Oui, mais …', 'Contre le lien'],
  sourcing: ['Carte', 'Qui parle?', 'Comment le sait-on?', 'De première main?', 'Quel intérêt?'],
  speaker: 'Qui dit quoi',
  sourceHead: 'Où le lire',
  firstHand: 'De première main?',
  primary: 'source primaire',
  reported: 'rapporté par d’autres',
  speakerIs: ({ speaker, speakerKind }) => (kinds[speakerKind] ? `${speaker} (${kinds[speakerKind]})` : speaker),
  withoutIt: ['Carte', 'Causes notées', 'En reste-t-il?'],
  takeAway: (number, title) => `Ôte la carte ${number}${colon} ${quoted(title)}.`,
  stillCaused: (causes) => `Il reste une cause notée${colon} ${causes.join('; ')}.`,
  noOther: 'Pas d’autre cause notée ici.',
  fits: (cards) => `Cela donne un cours de ${cards} cartes.`,
  askInstead: (selection) => `Ceci convient${colon} ${selection}.`,
  didItLead: (from, to) => `Est-ce que ${quoted(from)} a mené à ${quoted(to)}?`,
  said: (speaker, date, text) => `${speaker}${date === null ? '' : ` (${date})`}${colon} ${text}`,
  stances: {
    ASSERTS: 'Cela appuie le lien.',
    DISPUTES: 'Cela conteste le lien.',
    DENIES: 'Cela nie le lien.',
    QUALIFIES: 'Cela émet des réserves sur le lien.',
  },
  hedge: (word) => `Notez le mot qui l’adoucit${colon} ${quoted(word)}.`,
  source: ({ title, publisher, kind }) =>
    `${publisher === null ? title : `${publisher}, ${quoted(title)}`}${kind === 'PRIMARY' ? ' (primaire)' : ''}`,
  sources: (sources) => `Source${colon} ${sources.join('; ')}.`,
  reasoning: (item) => {
    const { link } = item;
    if (item.of === 'claim' && item.claim.stance === 'QUALIFIES')
      return `Exemple de raison${colon} il y a une réserve; cela peut faire baisser une cause sans la nier.`;
    if (item.of === 'claim' && item.claim.stance !== 'ASSERTS')
      return `Exemple de raison${colon} on doute d’une cause. Cela pèse si la voix est proche des faits.`;
    if (link.words.disputedBy.length > 0)
      return `Exemple de raison${colon} quelqu’un le dit, mais c’est contesté par ${listed(link.words.disputedBy)}; plutôt au milieu.`;
    if (link.evidence === 'DOCUMENTED')
      return `Exemple de raison${colon} un texte officiel ou qui a décidé le dit; la carte peut monter.`;
    if (link.evidence === 'INFERRED')
      return `Exemple de raison${colon} seuls la date et le sujet le suggèrent; la carte peut descendre.`;
    if (item.of === 'claim' && item.claim.hedge !== null)
      return `Exemple de raison${colon} une voix nommée le dit, mais avec ${quoted(item.claim.hedge)}, ce qui est moins qu’un oui.`;
    if (item.of === 'claim' && isPrimary(item.claim))
      return `Exemple de raison${colon} une source primaire le dit. Demandez ce qu’elle peut vouloir avant de monter la carte.`;
    return `Exemple de raison${colon} une voix nommée le dit. Demandez comment elle le sait avant de monter la carte.`;
  },
  parts: {
    cards: 'Cartes à découper',
    key: 'Clé',
    rubric: 'Grille',
    plan: 'Plan',
    glossary: 'Mots difficiles',
    name: 'Nom',
    date: 'Date',
    teacherOnly: 'Pour la personne qui enseigne',
  },
  minutes: (minutes) => `${minutes} minutes`,
  made: (seed, citation) => `Feuille ${seed}. ${citation}`,
  teach: {
    title: 'Pour la classe',
    intro: `Chaque trousse est faite de faits, de liens et de dires des données${colon} une feuille d’une page, des cartes à découper, une clé, une grille, un plan et une liste de mots difficiles.`,
    whyNoOwnStories:
      'Aucune feuille ne demande à un élève son histoire ou celle de sa famille, ni de jouer une personne qui demande l’asile. Certains l’ont vécu, et en classe on ne peut pas refuser de le dire. Le jouer ferait un jeu de ce que des gens ont dû prouver.',
    activities: 'Six activités',
    packs: 'Trousses prêtes pour les récits',
    eventPacks: 'Trousses prêtes',
    contentNotes: (words) => `Avec des faits sur ces sujets${colon} ${noted(words)}`,
    offline: 'Imprimez une trousse ou gardez sa page. Ensuite, il ne faut plus d’internet.',
    language: 'Langue',
    show: 'Montrer',
    seed: 'Numéro de feuille',
    back: 'Toutes les activités et les trousses',
    home: 'Vers les récits, la ligne du temps et les chiffres',
    print: 'Imprimez cette page en noir et blanc, sur A4 ou Lettre.',
    notHere: `Pas avec ce récit${colon}`,
    first: 'Un cours de cinquante minutes pour commencer',
  },
};
