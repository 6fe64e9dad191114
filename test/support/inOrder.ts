import type { Statement } from '../../src/cypher';
import type { Engine, OrderRequest, Position } from '../../src/engine/engine';

const orderOfKind: Statement = {
  name: 'order of a kind',
  room: 'read',
  text: 'MATCH (item:Entity {__typename: $typename}) RETURN item.sort AS sort, item.id AS id ORDER BY sort, id',
};

/** The engine as one whose statements read an index in order, and as one that has to be asked for the order. */
export function bothWays(engine: Engine): Engine[] {
  const inOrder = async ({ typename, first, last, ascending, after, limit }: OrderRequest): Promise<Position[]> => {
    const places = (await engine.read(orderOfKind, { typename })) as unknown as Position[];
    const isBefore = (a: Position, b: Position) => a.sort < b.sort || (a.sort === b.sort && a.id < b.id);
    return (ascending ? places : places.toReversed())
      .filter(({ sort }) => sort >= first && sort <= last)
      .filter((place) => !after || (ascending ? isBefore(after, place) : isBefore(place, after)))
      .slice(0, limit);
  };
  const { inOrder: _, ...others } = engine;
  return [others, { ...engine, inOrder: engine.inOrder ?? inOrder }];
}
