import type { FastifyReply } from 'fastify';
import { CallerError, type ErrorCode, errorCodes } from '../errors';
import { secondsOf } from './answers';
import { masked } from './graphql';
import { type Log, levelOf } from './log';

/** What this server's own GraphQL refused, which has worded, logged and counted it. */
export class Refused extends CallerError {}

/** The refusal that an error of an answer tells. */
export function refusedWith(message: string, extensions: Readonly<Record<string, unknown>> = {}): Refused {
  const { code = 'INTERNAL_SERVER_ERROR', ...details } = extensions;
  return new Refused(code as ErrorCode, message, details);
}

/** What a caller is told of a fault, in words and for programs. */
export interface Told {
  message: string;
  extensions: { code: ErrorCode; [detail: string]: unknown };
}

/** What may be told of a fault that no GraphQL met: our own words as they are, anything else by a reference to the log. */
export function toldOf(fault: unknown, requestId: string, log: Log): Told {
  if (fault instanceof CallerError) return { message: fault.message, extensions: fault.extensions };
  const { message, extensions } = masked(fault);
  log({ level: levelOf(fault), message, requestId, fault });
  return { message: `${message} Reference ${requestId}.`, extensions: { ...extensions, reference: requestId } };
}

/** The status of a fault, and when to ask again, in the head of the answer that tells it. */
export function headOf(reply: FastifyReply, { code, retryAfterMs }: Told['extensions']): FastifyReply {
  if (retryAfterMs !== undefined) void reply.header('retry-after', secondsOf(Number(retryAfterMs)));
  return reply.code(errorCodes[code] ?? 400);
}
