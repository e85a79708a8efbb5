/**
 * The order of every request, as a list:
 * parse → authenticate → throttle → scopes → masquerade → coerce → load → authorise → handle → record → page and Link
 * → ids → send.
 */
import { Readable } from 'node:stream';
import type { OperationSpec } from '@easel/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '../db/database.ts';
import { noteEvent } from '../domain/audit.ts';
import { type CanvasError, InsufficientScopes, NotImplemented, Refusal, Unauthorized } from '../errors.ts';
import { PouredFile } from '../files/poured-file.ts';
import { credentialOf, identify, touchToken } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { coerce } from './coerce.ts';
import { type Caller, Context, type ContextParts } from './context.ts';
import { asCanvasError, isServerFault } from './faults.ts';
import { hintForUndated, hintForUnknown, hintForWrongShape } from './hints.ts';
import { type Operation, Reply } from './operation.ts';
import { ParameterError } from './rack-params.ts';
import { factsOf, pathOf } from './request-facts.ts';
import { demandCourses, demandScope, withAllowedIncludes } from './scopes.ts';
import { type Outcome, pageHeaders, send } from './send.ts';
import { refuseForgery, visitOf } from './session.ts';
import type { Site } from './site.ts';
import { clientOf, type Reservation, type Throttle } from './throttle.ts';

/** A documented operation and, where Easel has it, its implementation. */
export interface Registered {
  spec: OperationSpec;
  operation: Operation | undefined;
  /** The names of the path's parameters, in order. */
  pathParams: readonly string[];
}

/** What the pipeline needs of the resources, handed in so that nothing here imports them. */
export interface Collaborators {
  /** `as_user_id`: the caller as whom the request acts. */
  masquerade(ctx: Context): Promise<Caller>;
  /** Stores what went wrong; its id, or undefined where even that failed. */
  reportFault(fault: Fault): Promise<number | undefined>;
  /** Writes down, in the operation's transaction, what an administrator may want to read later. */
  record(ctx: Context, operation: Operation, happened: Happened): Promise<void>;
  /** Sees every result before it is committed and sent, and may throw. */
  inspect?: ((operation: Operation, body: unknown) => void) | undefined;
}

/** What an operation was about and what came of it. */
export interface Happened {
  /** As it was before. */
  loaded: Readonly<Record<string, unknown>>;
  params: Readonly<Record<string, unknown>>;
  result: unknown;
}

/** What became known of a request on its way, for whatever answer it gets. */
interface Seen {
  caller?: Caller;
  reservation?: Reservation;
  hints: string[];
}

export interface Fault {
  error: unknown;
  operation: string;
  method: string;
  path: string;
  requestContextId: string;
  userId: number | null;
}

export class Pipeline {
  readonly #site: Site;
  readonly #throttle: Throttle;
  readonly #collaborators: Collaborators;

  constructor(site: Site, throttle: Throttle, collaborators: Collaborators) {
    this.#site = site;
    this.#throttle = throttle;
    this.#collaborators = collaborators;
  }

  async run(registered: Registered, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const started = performance.now();
    const seen: Seen = { hints: [] };
    let outcome: Outcome;
    try {
      outcome = await this.#answer(registered, request, seen);
    } catch (error) {
      outcome = await this.#failure(error, registered, request, seen);
    }
    const cost = seen.reservation?.release((performance.now() - started) / 1000);
    return send(request, reply, outcome, { caller: seen.caller, hints: seen.hints, cost });
  }

  async #answer(
    { spec, operation, pathParams }: Registered,
    request: FastifyRequest,
    seen: Seen,
  ): Promise<Outcome> {
    const { database, clock, settings } = this.#site;
    if (settings.requireUserAgent && !request.headers['user-agent']) throw new Refusal(403, noUserAgent);
    const facts = factsOf(request, pathParams, settings.publicUrl);
    const credential = credentialOf(request.headers.authorization, facts.params);
    const visit = credential === undefined ? visitOf(request.headers, facts.origin) : undefined;
    const identified = await identify(this.#site, database.kysely, credential, visit);
    const { rootAccount, caller: signedIn } = identified;
    seen.caller = signedIn;
    seen.reservation = await this.#throttle.reserve(
      clientOf(signedIn, request.ip),
      signedIn.token ? identified.bucketLevel : undefined,
    );
    if (signedIn.token) touchToken(this.#site, signedIn.token, request.ip);
    if (signedIn.session && visit !== undefined) refuseForgery(this.#site, visit, facts);
    demandScope(signedIn, spec);

    const asked = withAllowedIncludes(signedIn, facts);
    const parts = { site: this.#site, request: asked, now: clock.now(), rootAccount };
    const caller = await this.#collaborators.masquerade(
      new Context({ ...parts, caller: signedIn, db: database.kysely }),
    );
    seen.caller = caller;
    if (!operation) throw new NotImplemented(spec.id);
    return await this.#perform(spec, operation, { ...parts, caller, hints: seen.hints });
  }

  /** coerce → load → authorise → handle, inside one transaction where the operation may write. */
  async #perform(
    spec: OperationSpec,
    operation: Operation,
    parts: Omit<ContextParts, 'db'>,
  ): Promise<Outcome> {
    const { kysely } = this.#site.database;
    const run = async (db: Db) => {
      const ctx = new Context({ ...parts, db });
      const result = await handle(ctx, spec, operation, this.#collaborators);
      const reply = result instanceof Reply ? result : new Reply(200, result);
      this.#inspect(operation, reply.body);
      return { ctx, reply };
    };
    const { ctx, reply } = operation.inTransaction
      ? await kysely.transaction().execute((trx) => run(trx))
      : await run(kysely);
    for (const callback of ctx.afterCommit) callback();
    return { status: reply.status, body: reply.body, headers: { ...pageHeaders(ctx), ...reply.headers } };
  }

  /** A known user was refused: written beside the answer, since its transaction is undone. */
  #noteDenial(spec: OperationSpec, failure: CanvasError, request: FastifyRequest, caller?: Caller): void {
    noteEvent(this.#site, {
      category: 'permission',
      event_type: failure instanceof InsufficientScopes ? 'insufficient_scopes' : 'denied',
      actor_id: caller?.user?.id,
      real_actor_id: caller?.realUser?.id,
      access_token_id: caller?.token?.id,
      event_data: { operation: spec.id, path: pathOf(request) },
      request_id: request.id,
      address: request.ip,
    });
  }

  #inspect(operation: Operation, body: unknown): void {
    try {
      this.#collaborators.inspect?.(operation, body);
    } catch (error) {
      // Nobody will read it now.
      if (body instanceof Readable || body instanceof PouredFile) body.destroy();
      throw error;
    }
  }

  async #failure(
    error: unknown,
    { spec }: Registered,
    request: FastifyRequest,
    { caller, hints }: Seen,
  ): Promise<Outcome> {
    const failure = asCanvasError(error);
    if (error instanceof ParameterError && error.param) {
      const hint = hintForWrongShape(error.param, spec.params);
      if (hint) hints.push(hint);
    }
    if (failure instanceof Unauthorized || failure instanceof InsufficientScopes) {
      this.#noteDenial(spec, failure, request, caller);
    }
    if (failure instanceof Unauthorized) {
      return { status: this.#site.settings.forbiddenStatus, body: failure.body, headers: noCache };
    }
    if (!isServerFault(failure)) {
      return { status: failure.status, body: failure.body, headers: { ...failure.headers } };
    }
    this.#site.log.error({ err: error, operation: spec.id, request_context_id: request.id }, 'server fault');
    const id = await this.#collaborators.reportFault({
      error,
      operation: spec.id,
      method: request.method,
      path: pathOf(request),
      requestContextId: request.id,
      userId: caller?.user?.id ?? null,
    });
    return {
      status: 500,
      body: { ...(failure.body as object), ...(id && { error_report_id: id }) },
      headers: {},
    };
  }
}

const noUserAgent = { errors: [{ message: 'A User-Agent header is required.' }] };
const noCache = { 'cache-control': 'no-cache, no-store' };

async function handle(
  ctx: Context,
  spec: OperationSpec,
  operation: Operation,
  { record }: Pick<Collaborators, 'record'>,
): Promise<unknown> {
  const zone = ctx.user?.time_zone ?? ctx.rootAccount.default_time_zone ?? 'UTC';
  const { values: params, unknown, undated } = coerce(spec.params, ctx.request.params, zone);
  for (const hint of [hintForUnknown(unknown, spec.params), hintForUndated(undated)]) {
    if (hint) ctx.hint(hint);
  }

  const path = ctx.request.pathParams;
  const loaded: Record<string, unknown> = {};
  for (const [name, loader] of Object.entries(operation.load)) {
    loaded[name] = await loader.find(ctx, path[loader.param] ?? '', loaded);
  }
  demandCourses(ctx, loaded);
  await authorize(ctx, operation, loaded);
  const result = await operation.handle({ ctx, params, path, ...loaded });
  await record(ctx, operation, { loaded, params, result: result instanceof Reply ? result.body : result });
  return result;
}
