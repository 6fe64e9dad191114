import { makeExecutableSchema } from '@graphql-tools/schema';
import fastify from 'fastify';
import { defaultFieldResolver, isObjectType } from 'graphql';
import mercurius from 'mercurius';
import { defaultLimits } from '../../../src/config';
import type { Engine } from '../../../src/engine/engine';
import { resolvers } from '../../../src/resolvers';
import { contextMaker } from '../../../src/server/context';
import { readSchema } from '../../../src/server/graphql';
import type { HttpPeer } from './peer';

/** Mercurius with graphql-jit over our schema, resolvers and loaders: what another server would make of the same work. */
export async function openMercurius(engine: Engine): Promise<HttpPeer> {
  const http = fastify();
  const context = contextMaker(engine, defaultLimits.deadlineMs);
  const schema = makeExecutableSchema({ typeDefs: readSchema(), resolvers });
  for (const type of Object.values(schema.getTypeMap())) {
    // What a page works out when it is asked for is a function, which graphql-jit does not call by itself.
    if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
    for (const field of Object.values(type.getFields())) field.resolve ??= defaultFieldResolver;
  }
  await http.register(mercurius, {
    schema,
    context: () => context(),
    jit: 1,
  });
  await http.listen({ host: '127.0.0.1', port: 0 });
  const address = http.server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => http.close() };
}
