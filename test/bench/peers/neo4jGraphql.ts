import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import fastify from 'fastify';
import type { Driver } from 'neo4j-driver';
import type { HttpPeer } from './peer';

type PeerContext = { sessionConfig: { database: string } };

const typeDefs = `
  type Event @node(labels: ["Event"]) {
    id: ID!
    title: String!
    kind: String!
    sort: String!
    followedBy: [Event!]! @relationship(type: "FOLLOWED_BY", direction: OUT, properties: "Link")
    jurisdictions: [Place!]! @relationship(type: "IN_JURISDICTION", direction: OUT)
    sources: [Source!]! @relationship(type: "CITES", direction: OUT)
  }
  type Link @relationshipProperties {
    id: ID!
    type: String!
    family: String!
  }
  type Place @node(labels: ["Place"]) {
    id: ID!
    name: String!
  }
  type Source @node(labels: ["Source"]) {
    id: ID!
    title: String!
  }
`;

/** Neo4j's own library over the same graph, served as ours is: Apollo on Fastify. It answers chains nested. */
export async function openNeo4jGraphql(driver: Driver): Promise<HttpPeer> {
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const apollo = new ApolloServer<PeerContext>({ schema, plugins: [ApolloServerPluginCacheControlDisabled()] });
  await apollo.start();
  const http = fastify();
  await http.register(fastifyApollo(apollo), {
    context: async () => ({ sessionConfig: { database: 'neo4j' } }),
  });
  await http.listen({ host: '127.0.0.1', port: 0 });
  const address = http.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: async () => {
      await http.close();
      await apollo.stop();
    },
  };
}
