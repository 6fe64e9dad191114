import type { Entity } from '../loaders/rows';
import type { Context } from '../server/context';
import { type PageArguments, pageOfRows } from './connections';
import { translated } from './language';
import { nodeKinds } from './node';
import { fuzzyDate } from './scalars';

export const Source = {
  label: translated('title'),
  published: ({ published, dateBasis }: Entity) => fuzzyDate(published, dateBasis),
  citedBy: async (
    { id }: Entity,
    { kinds, ...page }: PageArguments & { kinds?: (keyof typeof nodeKinds)[] | null },
    { loaders }: Context,
  ) => {
    const wanted: string[] | undefined = kinds?.map((kind) => nodeKinds[kind]);
    return pageOfRows(
      'cited by',
      (await loaders.citedBy.load(id)).filter(({ __typename }) => !wanted || wanted.includes(__typename)),
      page,
      (node) => ({ sort: node.sort ?? '', id: node.id }),
      (node) => loaders.entityById.load(node.id),
    );
  },
};
