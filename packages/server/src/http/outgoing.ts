/**
 * The one way out: every request that Easel makes to an address which somebody gave it (an upload by URL, a webhook,
 * a tool). Unless the site allows them, addresses of private networks are refused: what a name resolves to is looked
 * at, and the connection goes to exactly that address, so that the name can't mean another one a moment later. Each
 * redirect is looked at anew.
 */
import { type LookupAddress, lookup as lookUpName } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Transform } from 'node:stream';
import { isPublicAddress } from './public-address.ts';

/** Why a request didn't go out or was given up. */
export type OutgoingProblem =
  | 'invalid_url'
  | 'relative_url'
  | 'forbidden_address'
  | 'too_many_redirects'
  | 'timeout'
  | 'too_large'
  | 'network';

export class OutgoingError extends Error {
  override readonly name = 'OutgoingError';
  readonly problem: OutgoingProblem;
  constructor(problem: OutgoingProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

export interface OutgoingOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /** Bytes of an answer; more is an error of its stream. */
  maxBytes: number;
  /** For all of it, redirects and the answer's body included. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

export interface OutgoingAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  /** Where the redirects ended. */
  url: string;
  /** To be read or destroyed. Fails with an OutgoingError. */
  body: Transform;
}

export type OutgoingFetch = (url: string, options: OutgoingOptions) => Promise<OutgoingAnswer>;

const MAX_REDIRECTS = 5;
/** A server that says nothing for so long is given up. */
const SILENCE_MS = 30_000;

/** @returns a `fetch` that throws OutgoingError for what it refuses and for what fails */
export function outgoingFetch({ allowPrivateNetworks }: { allowPrivateNetworks: boolean }): OutgoingFetch {
  return async (text, options) => {
    const time = AbortSignal.timeout(options.timeoutMs);
    const signal = options.signal ? AbortSignal.any([time, options.signal]) : time;
    let { method = 'GET', body } = options;
    let headers: Readonly<Record<string, string>> = { 'user-agent': 'Easel', ...options.headers };
    let url = parseUrl(text);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await send(url, { method, headers, body, signal, allowPrivateNetworks });
      const { statusCode: status = 0, headers: answered } = answer;
      if (!isRedirect(status) || !answered.location) {
        return { status, headers: answered, url: url.href, body: limited(answer, options.maxBytes, time) };
      }
      answer.destroy();
      const next = parseUrl(answered.location, url);
      // What was meant for one host is no other's business.
      if (next.origin !== url.origin) headers = withoutCredentials(headers);
      if (status === 303 || (method === 'POST' && status < 307)) [method, body] = ['GET', undefined];
      url = next;
    }
    throw new OutgoingError('too_many_redirects', `more than ${MAX_REDIRECTS} redirects`);
  };
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

function withoutCredentials(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)),
  );
}

function parseUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) {
    const relative = !/^[a-z][a-z\d+.-]*:/i.test(text);
    throw new OutgoingError(relative ? 'relative_url' : 'invalid_url', 'not an absolute address');
  }
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OutgoingError('invalid_url', 'only http and https are fetched');
  }
  return url;
}

interface Sending {
  method: string;
  headers: Readonly<Record<string, string>>;
  body: string | Buffer | undefined;
  signal: AbortSignal;
  allowPrivateNetworks: boolean;
}

async function send(
  url: URL,
  { method, headers, body, signal, allowPrivateNetworks }: Sending,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Node connects to an address without asking `lookup`.
  if (isIP(host) && !allowPrivateNetworks) refusePrivate(host);
  const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    lookup: allowPrivateNetworks ? lookUpName : lookUpPublic,
    signal,
    // A connection that is kept could have been opened for an address looked at long ago.
    agent: false,
  });
  request.setTimeout(SILENCE_MS, () => request.destroy(new OutgoingError('timeout', 'nothing came')));
  return await new Promise((resolve, reject) => {
    request.on('error', (error) => reject(asOutgoing(error, signal)));
    request.on('response', resolve);
    request.end(body);
  });
}

/** Resolves a name as Node does, and lets through public addresses alone; the connection goes to one of them. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUpName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '');
    try {
      // One private address among several is no accident.
      for (const { address } of addresses) refusePrivate(address);
    } catch (refused) {
      return callback(refused as NodeJS.ErrnoException, '');
    }
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  });
};

function refusePrivate(address: string): void {
  if (isPublicAddress(address)) return;
  throw new OutgoingError('forbidden_address', 'an address in a private network');
}

/** The body, up to the limits of its size and time. */
function limited(answer: IncomingMessage, maxBytes: number, time: AbortSignal): Transform {
  let bytes = 0;
  const body = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new OutgoingError('too_large', `more than ${maxBytes} bytes`));
      else done(null, chunk);
    },
    destroy(error, done) {
      answer.destroy();
      done(error);
    },
  });
  answer.on('error', (error) => body.destroy(asOutgoing(error, time)));
  answer.on('aborted', () => body.destroy(asOutgoing(new Error('the answer broke off'), time)));
  return answer.pipe(body);
}

function asOutgoing(error: Error, signal: AbortSignal): OutgoingError {
  if (error instanceof OutgoingError) return error;
  if (signal.aborted) return new OutgoingError('timeout', 'it took too long');
  return new OutgoingError('network', error.message);
}
