import { hash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { globalId } from '../domain/global-id.ts';
import { PouredFile } from '../files/poured-file.ts';
import type { Caller, Context } from './context.ts';
import { linkHeader } from './link-header.ts';
import { stringifyIds } from './string-ids.ts';

export interface Outcome {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** The Link header of a list; whoever asked for no page in particular is told that there are more. */
export function pageHeaders(ctx: Context): Record<string, string> {
  const headers: Record<string, string> = {};
  if (ctx.links) {
    const { perPage, ...pages } = ctx.links;
    const url = ctx.request.origin + ctx.request.path;
    const link = linkHeader({ url, query: ctx.request.query, pages, perPage });
    if (link) headers['link'] = link;
    const { page, per_page } = ctx.request.params;
    if (pages.next && !pages.prev && page === undefined && per_page === undefined) {
      ctx.hint(
        `Only the first ${perPage} are here: ask per_page=100, and follow rel="next" in the Link header`,
      );
    }
  }
  return headers;
}

export function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, headers }: Outcome,
  about: {
    caller: Caller | undefined;
    hints: readonly string[];
    cost: { cost: number; remaining: number } | undefined;
  },
): FastifyReply {
  reply.code(status).headers(callerHeaders(about.caller)).headers(headers);
  if (about.hints.length > 0) reply.header('x-easel-hint', about.hints.join(' | '));
  if (about.cost && about.caller?.user) {
    reply.header('x-request-cost', about.cost.cost.toString());
    reply.header('x-rate-limit-remaining', about.cost.remaining.toString());
  }
  if (status === 204) return reply.send();
  if (body instanceof Readable) return reply.send(body);
  if (body instanceof PouredFile) return pour(reply, body);
  if (typeof body === 'string' && headers['content-type']) return reply.send(body);

  const wantsStrings = request.headers.accept?.includes('application/json+canvas-string-ids') ?? false;
  // Encoded once, for the tag and for the wire.
  const payload = Buffer.from(JSON.stringify(wantsStrings ? stringifyIds(body) : body));
  reply.header('content-type', JSON_TYPE);
  if (status === 200 && request.method === 'GET' && !headers['cache-control']) {
    // A weak tag of the body, as Rails makes it: a client that polls is told that nothing changed.
    const etag = `W/"${hash('sha1', payload, 'hex').slice(0, 32)}"`;
    reply.headers({ etag, 'cache-control': 'max-age=0, private, must-revalidate' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  }
  return reply.send(payload);
}

/** Past Fastify, which would have it a stream. */
function pour(reply: FastifyReply, file: PouredFile): FastifyReply {
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
  void file.pourInto(reply.raw);
  return reply;
}

function callerHeaders(caller: Caller | undefined): Record<string, string> {
  if (!caller?.user) return {};
  return {
    'x-canvas-user-id': String(globalId(caller.user.id)),
    ...(caller.realUser && { 'x-canvas-real-user-id': String(globalId(caller.realUser.id)) }),
  };
}
