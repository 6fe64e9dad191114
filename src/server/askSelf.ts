import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusedWith, type Told } from './faults';

/** Asks this server's own GraphQL. Rejects with `Refused` where the answer has errors. */
export type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: Told[];
}

/** Asks this server's own GraphQL, through every hook that a request from outside passes. */
export const asker =
  (http: FastifyInstance, { id }: FastifyRequest): Ask =>
  async <Data>(query: string, variables: Record<string, unknown>): Promise<Data> => {
    const response = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-request-id': id },
      payload: { query, variables },
    });
    const { data, errors } = response.json<Answer>();
    if (!errors && data) return data as Data;
    throw refusedWith(errors?.map(({ message }) => message).join(' ') ?? '', errors?.[0]?.extensions);
  };
