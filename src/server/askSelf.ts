import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Asks this server's own GraphQL. Rejects with `Refused` where the answer has errors. */
export type Ask = <Data>(query: string, variables: Record<string, unknown>) => Promise<Data>;

/** A question that was refused, with the status that it was refused with. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly retryAfter: string | undefined,
  ) {
    super(message);
  }
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string }[];
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
    const message = errors?.map((error) => error.message).join(' ') ?? '';
    const retryAfter = response.headers['retry-after'];
    const status = response.statusCode === 200 ? 400 : response.statusCode;
    throw new Refused(message, status, retryAfter === undefined ? undefined : String(retryAfter));
  };
