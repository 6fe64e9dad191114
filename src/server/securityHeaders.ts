import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

/** Who may show a page in a frame: nobody, or the origins named. */
const frameAncestors = (origins: readonly string[]) => (origins.length === 0 ? ["'none'"] : [...origins]);

/** Only this server's own files, and no script in the page's text. Monaco styles its elements and makes blob workers. */
const policyFor = (embedders: readonly string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: frameAncestors(embedders),
  },
});

/**
 * What Helmet says in the head of every answer. It is the same for all of them, so it is worked out once: doing so
 * for each answer took almost a third of the time of a remembered one. Only what `embedders` names may frame it.
 */
export function securityHeaders(embedders: readonly string[] = []): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const secure = helmet({
    contentSecurityPolicy: policyFor(embedders),
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    // An older word for the same, that knows no list of origins.
    xFrameOptions: embedders.length === 0,
  });
  secure(request, response, () => {});
  return { ...response.getHeaders() };
}
