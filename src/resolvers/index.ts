import { Actor, Office } from './actor';
import { ChainFields, ChainStep, PathFields, PathListFields } from './chain';
import { Claim } from './claim';
import { Comparison, ComparisonHint, ComparisonProblem } from './comparison';
import { Dataset, Word } from './dataset';
import { Event, EventPlace, Image, Participation } from './event';
import { LossFields } from './export';
import { FacetValue } from './facets';
import { Lesson, LessonOffer, LessonOmission } from './lesson';
import { EventLink } from './link';
import { Metric, Observation } from './observation';
import { Place } from './place';
import { Policy, PolicyChange, PolicyState } from './policy';
import { Query } from './query';
import { scalars } from './scalars';
import { SearchConnection, SearchEdge } from './search';
import { Series, SeriesBreak } from './series';
import { Source } from './source';
import { Story, StoryStep } from './story';
import { ClusterItemFields, EventItemFields, LaneFields, TimelineFields, TimelineItem } from './timeline';

/** All resolvers by the SDL's types; a field without one reads the stored property of its name. */
export const resolvers = {
  ...scalars,
  Query,
  Event,
  EventPlace,
  Image,
  Participation,
  EventLink,
  Claim,
  Policy,
  PolicyChange,
  PolicyState,
  Actor,
  Office,
  Place,
  Metric,
  Observation,
  Series,
  SeriesBreak,
  Source,
  Story,
  StoryStep,
  Chain: ChainFields,
  ChainStep,
  PathList: PathListFields,
  Path: PathFields,
  Comparison,
  ComparisonProblem,
  ComparisonHint,
  Timeline: TimelineFields,
  TimelineItem,
  EventItem: EventItemFields,
  ClusterItem: ClusterItemFields,
  Lane: LaneFields,
  Loss: LossFields,
  Dataset,
  Word,
  FacetValue,
  SearchConnection,
  SearchEdge,
  Lesson,
  LessonOmission,
  LessonOffer,
};
