import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The beginning of a text's SHA-256, long enough that no two are ever the same. */
export const shortHash = (text: string | Buffer): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 27);

/** The `ETag` of a body; weak, since the same body may go out compressed or not. */
export const tagOf = (body: string | Buffer): string => `W/"${shortHash(body)}"`;

/** Whether whoever asks has the body of this tag already. */
export const hasTag = ({ headers }: FastifyRequest, tag: string): boolean =>
  headers['if-none-match']?.split(',').some((one) => one.trim() === tag || one.trim() === '*') ?? false;
