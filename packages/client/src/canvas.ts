import type { JsonValue, OperationId } from '@easel/contract';
import { type Answer, readBody } from './answer.ts';
import { type BodyMode, type Encoded, encodeParams, fieldsOf, type RawParams } from './body.ts';
import { CanvasList } from './canvas-list.ts';
import { type Clock, systemClock } from './clock.ts';
import { ForeignLinkError } from './errors/foreign-link-error.ts';
import { LoopError } from './errors/loop-error.ts';
import type { Hooks } from './hooks.ts';
import { parseLinkHeader } from './link-header.ts';
import { fillPath, splitOperation } from './operation.ts';
import { type Page, rowsOf } from './page.ts';
import type { RetryOptions } from './retry.ts';
import { eitherSignal } from './signals.ts';
import type { TokenSource } from './token-source.ts';
import { Tokens } from './tokens.ts';
import { type Fetch, Transport } from './transport.ts';
import type { AnswerOf, IdKind, ItemOf, ListOperationId, ParamsOf, PathValue, WithPath } from './types.ts';

export interface CanvasOptions<Ids extends IdKind = 'string'> extends Hooks {
  /** `https://canvas.example.edu`, where Canvas is; a trailing `/api/v1` does no harm. */
  readonly baseUrl: string;
  /**
   * Sent to the origin of `baseUrl` and nowhere else; a source gives those that have to be renewed. Without one, calls are
   * anonymous (or use a browser's session).
   */
  readonly token?: string | TokenSource;
  readonly fetch?: Fetch;
  /** Names your program to the people who run Canvas; hosted Canvas refuses calls without any. */
  readonly userAgent?: string;
  /** Default `'string'`. */
  readonly ids?: Ids;
  /** Rows a page of a list, 1 to 100. Default 100. */
  readonly perPage?: number;
  /** Pages of one list that may be on their way at once. Default 6; Canvas sets 50 of 600 aside for each. */
  readonly concurrency?: number;
  /** `false` for none. */
  readonly retry?: RetryOptions | false;
  /** Act as this user in every call; needs the right to become other users. */
  readonly asUser?: PathValue;
  /** Ends every call and wait when aborted. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

export interface RawOptions {
  /** Nested, or as the fields of a form: `[['include[]', 'term'], ['include[]', 'teachers']]`. */
  readonly params?: RawParams;
  /** Default: the query for GET, HEAD and DELETE, else a form, else JSON where a form can't carry the parameters. */
  readonly body?: BodyMode;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether a broken connection or a 5xx is tried again. Default: for every method but POST and PATCH. */
  readonly repeatable?: boolean;
}

export interface RawListOptions extends Pick<RawOptions, 'params' | 'headers' | 'signal'> {
  /** The list inside the answer, where it has several. */
  readonly key?: string;
}

export type CallOptions<Op extends OperationId> = WithPath<Op> &
  Pick<RawOptions, 'body' | 'signal' | 'repeatable'> & { readonly params?: ParamsOf<Op> };

export type ListOptions<Op extends OperationId> = WithPath<Op> &
  Pick<RawListOptions, 'signal' | 'key'> & { readonly params?: ParamsOf<Op> };

/** Options may be left out where the path has no parameters. */
type Rest<Options> = Record<never, never> extends Options ? [options?: Options] : [options: Options];

const DEFAULT_USER_AGENT = 'easel-client/0.1';

/** A Canvas, and who speaks to it. Immutable; make as many as you like. */
export class Canvas<Ids extends IdKind = 'string'> {
  /** Where it is, e.g. `https://canvas.example.edu`. */
  readonly origin: string;
  readonly clock: Clock;
  readonly #options: CanvasOptions<Ids>;
  readonly #transport: Transport;

  /**
   * @param transport shared by `as`; leave it out
   * @throws TypeError when `baseUrl` isn't the address of a server, or no header could carry the token
   */
  constructor(options: CanvasOptions<Ids>, transport?: Transport) {
    this.origin = originOf(options.baseUrl);
    this.clock = options.clock ?? systemClock;
    this.#options = options;
    this.#transport =
      transport ??
      new Transport({
        fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
        tokens: new Tokens(options.token),
        headers: {
          accept: options.ids === 'number' ? 'application/json' : 'application/json+canvas-string-ids',
          'user-agent': options.userAgent ?? DEFAULT_USER_AGENT,
        },
        retry: options.retry,
        clock: this.clock,
        onRequest: options.onRequest,
        onResponse: options.onResponse,
      });
  }

  /**
   * Calls a documented operation by its name and gives its answer:
   * `canvas.call('PUT /api/v1/courses/{id}', { path: { id: 42 }, params: { course: { name: 'X' } } })`.
   *
   * @throws CanvasError (one of its subclasses) when Canvas refuses or can't be reached, TypeError for a missing path
   * parameter, FormError for parameters that the wanted body can't carry, the signal's reason when aborted
   */
  async call<Op extends OperationId>(
    operation: Op,
    ...[options]: Rest<CallOptions<Op>>
  ): Promise<AnswerOf<Op, Ids>> {
    const { method, path } = splitOperation(operation);
    const filled = fillPath(path, options?.path);
    return readBody(await this.#send(method, filled, operation, options as RawOptions)) as AnswerOf<Op, Ids>;
  }

  /**
   * The rows of a documented list, from its first page to its last; see `CanvasList`.
   * Lists that are wrapped in one key (`enrollment_terms`) come unwrapped.
   */
  list<Op extends ListOperationId>(
    operation: Op,
    ...[options]: Rest<ListOptions<Op>>
  ): CanvasList<ItemOf<Op, Ids>> {
    const { path } = splitOperation(operation);
    return this.#list(fillPath(path, options?.path), operation, options as RawListOptions);
  }

  /**
   * Any request, for what the contract doesn't know, with what stands around the answer.
   * @param pathOrUrl `/api/v1/…`, a path below `/api/v1/`, or a URL of this Canvas
   * @throws ForeignLinkError for a URL of another host
   */
  async raw<T = JsonValue>(method: string, pathOrUrl: string, options?: RawOptions): Promise<Answer<T>> {
    const answer = await this.#send(method.toUpperCase(), pathOrUrl, undefined, options);
    const { status, headers, url } = answer;
    return { status, headers, url, body: readBody(answer) as T };
  }

  /** Any list, for what the contract doesn't know. */
  rawList<T = JsonValue>(pathOrUrl: string, options?: RawListOptions): CanvasList<T> {
    return this.#list(pathOrUrl, undefined, options);
  }

  /** The same Canvas seen by another user: needs the right to become other users, and Canvas logs who really acts. */
  as(user: PathValue): Canvas<Ids> {
    return new Canvas({ ...this.#options, asUser: user }, this.#transport);
  }

  /**
   * A request to any host, so without the token, never repeated, redirects left alone. For the middle step of uploads,
   * and for contents.
   * @throws NetworkError
   */
  sendElsewhere(
    url: URL,
    options: {
      method: string;
      body?: FormData;
      headers?: Readonly<Record<string, string>>;
      signal?: AbortSignal | undefined;
    },
  ): Promise<Response> {
    const signal = eitherSignal(this.#options.signal, options.signal);
    return this.#transport.sendElsewhere(url, { ...options, signal });
  }

  #send(method: string, pathOrUrl: string, operation: string | undefined, options: RawOptions = {}) {
    const encoded = encodeParams(method, options.params, options.body);
    return this.#transport.send({
      operation,
      method,
      url: this.#url(pathOrUrl, encoded),
      encoded,
      headers: options.headers,
      signal: eitherSignal(this.#options.signal, options.signal),
      repeatable: options.repeatable ?? !/^(POST|PATCH)$/.test(method),
    });
  }

  #list<T>(pathOrUrl: string, operation: string | undefined, options: RawListOptions = {}): CanvasList<T> {
    const { perPage = 100, concurrency = 6 } = this.#options;
    const fields = fieldsOf(options.params ?? {});
    const sizeGiven = fields.some(([name]) => name === 'per_page');
    const encoded = encodeParams('GET', sizeGiven ? fields : [...fields, ['per_page', String(perPage)]]);
    const start = this.#url(pathOrUrl, encoded).href;
    const { pathname } = new URL(start);
    return new CanvasList<T>(
      {
        concurrency,
        signal: options.signal,
        resolve: (path) => this.#url(path).href,
        loop: (url, page) =>
          new LoopError({
            operation,
            method: 'GET',
            url: this.#transport.shownUrl(url),
            messages: [`"next" of page ${page} leads back to a page that was read before`],
          }),
        fetchPage: async (url, signal): Promise<Page<T>> => {
          const sent = { headers: options.headers, signal };
          const answer = await this.#send('GET', url, operation, sent);
          const links = parseLinkHeader(answer.headers.get('link'));
          return {
            url,
            readItems: () => rowsOf(readBody(answer), pathname, options.key) as readonly T[],
            next: links['next'] === undefined ? undefined : this.#link(links['next'], url),
            last: links['last'] === undefined ? undefined : this.#link(links['last'], url),
          };
        },
      },
      { url: start, skip: 0 },
    );
  }

  /** A link as the server wrote it, absolute; relative ones are seen from the page they stand on. */
  #link(link: string, page: string): string {
    return this.#own(new URL(link, page)).href;
  }

  #url(pathOrUrl: string, { query }: Pick<Encoded, 'query'> = { query: '' }): URL {
    const url = this.#own(new URL(pathOrUrl, `${this.origin}/api/v1/`));
    const { asUser } = this.#options;
    const masquerade =
      asUser === undefined || /[?&]as_user_id=/.test(`${url.search}&${query}`)
        ? ''
        : `as_user_id=${encodeURIComponent(String(asUser))}`;
    // Joined as text: `searchParams` would write the whole query anew.
    url.search = [url.search.slice(1), query, masquerade].filter((part) => part !== '').join('&');
    return url;
  }

  /** @throws ForeignLinkError unless the URL is on Canvas's own origin */
  #own(url: URL): URL {
    // Canvas behind a proxy that ends TLS may write `http:` into its links; the token still goes out over TLS.
    if (url.protocol === 'http:' && `https://${url.host}` === this.origin) url.protocol = 'https:';
    if (url.origin !== this.origin || url.username !== '') {
      throw new ForeignLinkError({
        method: 'GET',
        url: this.#transport.shownUrl(url),
        messages: [`not on ${this.origin}, so the token must not go there`],
      });
    }
    url.hash = '';
    return url;
  }
}

function originOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !/^\/?(api(\/v1)?\/?)?$/.test(url.pathname)) {
    throw new TypeError('baseUrl must be the address of a Canvas, like https://canvas.example.edu');
  }
  return url.origin;
}
