/** A request as it is about to go out, without the token. */
export interface OutgoingRequest {
  /** As the contract names it, e.g. `GET /api/v1/courses/{id}`. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly contentType: string | undefined;
  readonly body: string | FormData | undefined;
  /** 1, then one more with every retry. */
  readonly attempt: number;
}

/** What became of a request. */
export interface IncomingResponse extends Omit<OutgoingRequest, 'body' | 'contentType'> {
  /** Undefined when the network failed. */
  readonly status: number | undefined;
  readonly durationMs: number;
  readonly rateLimitRemaining: number | undefined;
  readonly requestId: string | undefined;
  /** How long until it is tried again; undefined when it isn't. */
  readonly retryInMs: number | undefined;
}

export interface Hooks {
  /** A `Response` returned here is taken for the answer and nothing is sent: dry runs, caches, tests. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a hook that only looks on returns nothing
  readonly onRequest?: ((request: OutgoingRequest) => Response | void | Promise<Response | void>) | undefined;
  readonly onResponse?: ((response: IncomingResponse) => void) | undefined;
}
