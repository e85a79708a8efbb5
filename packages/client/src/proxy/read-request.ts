import { encodeParams } from '../body.ts';
import { FormError, formFields, urlEncoded } from '../form.ts';
import type { Allowed } from './allow-list.ts';
import { checkFile, checkParams } from './check-params.ts';
import { type Part, partsOf, writeMultipart } from './multipart.ts';
import { nestParams, paramsOfJson } from './nest-params.ts';
import { Refusal, shown } from './refusal.ts';
import type { Params } from './types.ts';

export interface Limits {
  /** Bytes of a query, or of a body that holds parameters. Default 1 MiB. */
  readonly params?: number;
  /** Bytes of a body that goes through: files, imports. Default 512 MiB. */
  readonly body?: number;
  /** Bytes of an answer. Default: none. */
  readonly answer?: number;
}

/** A request as it will be sent: parameters that were read, checked and written anew. */
export interface ReadRequest {
  readonly params: Params;
  readonly query: string;
  readonly contentType: string | undefined;
  /** A stream can be sent once only. */
  readonly body: string | ReadableStream<Uint8Array> | undefined;
}

/** @throws Refusal for everything that the allow list doesn't have, that is too large, or that is malformed */
export async function readRequest(
  request: Request,
  allowed: Allowed,
  limits: Required<Limits>,
): Promise<ReadRequest> {
  const { search } = new URL(request.url);
  if (search.length > limits.params) throw new Refusal(414, 'too_large', 'The query is too large.');
  const ofQuery = nestParams(pairsOf(search.slice(1)));
  const { method } = allowed.spec;
  if (method === 'GET' || !hasBody(request)) return plain(allowed, ofQuery, 'form');

  const type = mediaTypeOf(request);
  if (allowed.bodyTypes.has(type.essence)) return through(request, allowed, ofQuery, type.essence, limits);
  switch (type.essence) {
    case 'application/json':
      return plain(allowed, merged(ofQuery, paramsOfJson(await textOf(request, limits))), 'json');
    case 'application/x-www-form-urlencoded':
      return plain(allowed, merged(ofQuery, nestParams(pairsOf(await textOf(request, limits)))), 'form');
    case 'multipart/form-data':
      return multipart(request, allowed, ofQuery, type.boundary, limits);
    default:
      throw new Refusal(415, 'unsupported_media_type', 'The proxy does not pass on a body of that type.');
  }
}

/** `DELETE` takes its parameters in the query, everything else that writes in its body. */
function plain(allowed: Allowed, params: Params, mode: 'form' | 'json'): ReadRequest {
  checkParams(allowed, params);
  const { method } = allowed.spec;
  const inBody = mode === 'json' && !/^(GET|DELETE)$/.test(method) ? 'json' : undefined;
  const { query, body, contentType } = written(() => encodeParams(method, params, inBody));
  return { params, query, body: body as string | undefined, contentType };
}

/** @throws Refusal where the client's own encoding has no form for the parameters */
function written<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof FormError || error instanceof TypeError)) throw error;
    throw new Refusal(400, 'bad_parameter', 'The parameters have a shape that no form could carry.');
  }
}

/** A body that Canvas takes for no parameters. */
function through(
  request: Request,
  allowed: Allowed,
  params: Params,
  contentType: string,
  limits: Required<Limits>,
): ReadRequest {
  checkParams(allowed, params);
  refuseLength(request, limits.body);
  return {
    params,
    query: written(() => urlEncoded(formFields(params))),
    contentType,
    body: streamOf(limited(chunksOf(request), limits.body)),
  };
}

async function multipart(
  request: Request,
  allowed: Allowed,
  ofQuery: Params,
  boundary: string | undefined,
  limits: Required<Limits>,
): Promise<ReadRequest> {
  if (boundary === undefined) throw new Refusal(400, 'bad_multipart', 'The boundary is missing.');
  refuseLength(request, limits.body);
  const parts = partsOf(limited(chunksOf(request), limits.body), boundary);
  const pairs: [string, string][] = [];
  let left = limits.params;
  let file: Part | undefined;
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    if (next.value.filename !== undefined) {
      file = next.value;
      break;
    }
    const text = await collected(next.value.bytes, left);
    left -= text.length;
    pairs.push([next.value.name, text]);
  }
  const params = merged(ofQuery, nestParams(pairs));
  if (!file) return plain(allowed, params, 'form');
  checkParams(allowed, params);
  checkFile(allowed, file.name);
  const own = `easel-${crypto.randomUUID()}`;
  const fields = written(() => formFields(params)).map(
    ([name, value]) => [name, String(value ?? '')] as const,
  );
  return {
    params,
    query: '',
    contentType: `multipart/form-data; boundary=${own}`,
    body: streamOf(writeMultipart(own, fields, filesOf(file, parts, allowed))),
  };
}

/** What follows a file can't be checked before the file is sent, so it may only be another file. */
async function* filesOf(first: Part, rest: AsyncIterator<Part>, allowed: Allowed): AsyncGenerator<Part> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    if (next.value.filename === undefined) {
      throw new Refusal(400, 'bad_multipart', `${shown(next.value.name)} has to come before the file.`);
    }
    checkFile(allowed, next.value.name);
    yield next.value;
  }
}

/** Rails: of two whole values the query's wins. */
const merged = (query: Params, body: Params): Params => Object.assign(Object.create(null), body, query);

/** The pairs of a query or an urlencoded body; null is a name without `=`. */
function pairsOf(text: string): [string, string | null][] {
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      if (equals === -1) return [decode(part), null];
      return [decode(part.slice(0, equals)), decode(part.slice(equals + 1))];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new Refusal(400, 'bad_parameter', 'The parameters are not percent-encoded UTF-8.');
  }
}

const hasBody = (request: Request) => request.body !== null && request.headers.get('content-length') !== '0';

function mediaTypeOf({ headers }: Request): { essence: string; boundary: string | undefined } {
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new Refusal(415, 'unsupported_media_type', 'The body must not be compressed.');
  }
  const [essence = '', ...parameters] = (headers.get('content-type') ?? '')
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  if (charset !== undefined && !/^charset="?utf-8"?$/i.test(charset)) {
    throw new Refusal(415, 'unsupported_media_type', 'The body has to be UTF-8.');
  }
  const boundary = parameters
    .map((parameter) => /^boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))$/i.exec(parameter))
    .find((match) => match !== null);
  return { essence: essence.toLowerCase(), boundary: boundary?.[1] ?? boundary?.[2] };
}

/** Before a byte is read; a body without a length is counted as it comes. */
function refuseLength({ headers }: Request, limit: number): void {
  if (Number(headers.get('content-length') ?? 0) > limit) throw tooLarge();
}

async function textOf(request: Request, { params: limit }: Required<Limits>): Promise<string> {
  refuseLength(request, limit);
  return collected(chunksOf(request), limit);
}

async function collected(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for await (const chunk of limited(bytes, limit)) text += decoder.decode(chunk, { stream: true });
    return text + decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal(400, 'bad_parameter', 'The body is no UTF-8.');
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let left = limit;
  for await (const chunk of bytes) {
    left -= chunk.length;
    if (left < 0) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = () => new Refusal(413, 'too_large', 'The body is too large.');

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
  } finally {
    // Whoever stops early wants no more.
    await reader?.cancel().catch(() => {});
  }
}

/** Asked for as it is read, so that nothing piles up. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          controller.error(error);
        }
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
