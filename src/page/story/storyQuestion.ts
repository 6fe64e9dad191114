import {
  claimFields,
  type EventBrief,
  eventBrief,
  type LinkRead,
  linkFields,
  sourceFields,
} from '../parts/linkQuestion';

export type StepRead = {
  caption: string;
  context: boolean;
  /** The links that lead here from earlier steps: each is told in full among the story's links. */
  via: { id: string }[];
  event: EventBrief & { observations: { nodes: NumberRead[] } };
};

/** A number that belongs to an event: what a comparison before and after it can be asked with. */
export type NumberRead = {
  metric: { id: string };
  place: { id: string } | null;
  nationality: { id: string } | null;
};

export type StoryRead = {
  id: string;
  title: string;
  question: string | null;
  summary: string;
  contentNotes: string[];
  steps: StepRead[];
  links: LinkRead[];
};

export const storyQuestion = `# One story, step by step, with every link among its events
query Story($story: ID!, $lang: String) {
  story(id: $story) {
    id title(lang: $lang) question(lang: $lang) summary(lang: $lang) contentNotes
    steps {
      caption(lang: $lang) context
      via { id }
      event {
        ...EventBrief
        observations(first: 1) { nodes { metric { id } place { id } nationality { id } } }
      }
    }
    links { ...LinkFields }
  }
}
${linkFields}${eventBrief}${claimFields}${sourceFields}`;

export type StoryBrief = {
  id: string;
  title: string;
  question: string | null;
  steps: { event: { date: { earliest: string | null; latest: string | null } } }[];
};

export type StoriesRead = {
  stories: StoryBrief[];
  dataset: {
    title: string;
    languages: string[];
    counts: { what: string; count: number }[];
  };
  first: { nodes: Pick<EventBrief, 'date'>[] };
  /** Where there is no story: the latest events, and the link that arrives last. */
  events: { totalCount: number; nodes: EventBrief[] };
  links: { nodes: LinkRead[] };
};

export const storiesQuestion = `# Which stories there are, over which years, and what the data set holds
query Stories($lang: String) {
  stories {
    id title(lang: $lang) question(lang: $lang)
    steps { event { date { earliest latest } } }
  }
  dataset { title languages counts { what count } }
  first: events(first: 1) { nodes { date { text(lang: $lang) edtf earliest latest } } }
  events(last: 5) { totalCount nodes { ...EventBrief } }
  links(last: 1) { nodes { ...LinkFields } }
}
${linkFields}${eventBrief}${claimFields}${sourceFields}`;
