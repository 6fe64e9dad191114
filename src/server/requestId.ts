import { randomUUID } from 'node:crypto';

/** An id that no other request has, on whichever server it is answered. */
export const newRequestId = (): string => randomUUID();

/** The id that a caller, or a proxy before us, gave a request, where it is one that a log can hold; else a new one. */
export const requestIdFrom = (header: string | string[] | undefined): string =>
  typeof header === 'string' && /^[\w.-]{1,64}$/.test(header) ? header : newRequestId();

const requests = new WeakMap<object, string>();

/** Notes in which request an error was raised: who words it for the caller is not told. */
export function noteRequest(error: object, requestId: string): void {
  requests.set(error, requestId);
}

/** The request that an error was raised in. One that nobody noted gets an id of its own, so that it can be found as well. */
export const requestOf = (error: unknown): string => requests.get(error as object) ?? newRequestId();
