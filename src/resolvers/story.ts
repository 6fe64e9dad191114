import type { Entity, StoryStepRow } from '../loaders/rows';
import type { Context } from '../server/context';
import { type LangArgument, textOf, translated } from './language';

export const Story = {
  label: translated('title'),
  title: translated('title'),
  question: translated('question'),
  summary: translated('summary'),
  steps: ({ id }: Entity, _: unknown, { loaders }: Context) => loaders.stepsOf.load(id),
  links: async ({ id }: Entity, _: unknown, { loaders }: Context) =>
    loaders.entityById.loadMany((await loaders.linksWithin.load(id)).map((link) => link.id)),
};

export const StoryStep = {
  event: ({ event }: StoryStepRow, _: unknown, { loaders }: Context) => loaders.entityById.load(event),
  caption: (step: StoryStepRow, args: LangArgument, context: Context) => textOf(step, 'caption', args, context) ?? '',
  via: async ({ story, position }: StoryStepRow, _: unknown, { loaders }: Context) => {
    const links = (await loaders.linksWithin.load(story)).filter(({ from, to }) => to === position && from < position);
    return loaders.entityById.loadMany(links.map(({ id }) => id));
  },
};
