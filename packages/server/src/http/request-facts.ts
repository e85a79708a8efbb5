import type { FastifyRequest } from 'fastify';
import { uploadedFiles } from './body.ts';
import type { RequestFacts } from './context.ts';
import { emptyParams, mergeParams, nestParams, parseQueryString, type RackParams } from './rack-params.ts';

/** The path alone: a query can hold a token, and so goes into no log, report or event. */
export const pathOf = ({ url }: FastifyRequest): string => splitOnce(url, '?')[0];

/** What an operation may know of the request: where it was sent, and its parameters nested but not coerced. */
export function factsOf(
  request: FastifyRequest,
  pathParams: readonly string[],
  publicUrl: string | undefined,
): RequestFacts {
  const [path = '/', search = ''] = splitOnce(request.url, '?');
  const query = nestParams(parseQueryString(search));
  const body = (request.body as RackParams | undefined) ?? emptyParams();
  // A wildcard's value stands last, whatever its key.
  const values = Object.values(request.params as Record<string, string>);
  return {
    origin: publicUrl ?? `${request.protocol}://${request.host}`,
    path,
    pathParams: Object.fromEntries(pathParams.map((name, position) => [name, values[position] ?? ''])),
    query,
    params: mergeParams(query, body),
    files: uploadedFiles(request),
    method: request.method,
    headers: request.headers,
    address: request.ip,
    id: request.id,
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
