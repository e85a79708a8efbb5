/** One Fastify route a path of the contract; the method picks the operation. */
import type { Method, OperationSpec } from '@easel/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NoSuchRoute } from '../errors.ts';
import type { Operation } from './operation.ts';
import type { Pipeline, Registered } from './pipeline.ts';
import { isParams, type RackParams } from './rack-params.ts';

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export function registerOperations(
  app: FastifyInstance,
  pipeline: Pipeline,
  specs: readonly OperationSpec[],
  table: readonly Operation[],
): void {
  const implemented = new Map<string, Operation>(table.map((operation) => [operation.id, operation]));
  // Two documented paths that differ only in a parameter's name are one route here.
  const routes = Map.groupBy(specs, ({ path }) => path.replace(/\{\w+\}/g, '{}'));
  for (const group of routes.values()) {
    const byMethod = new Map<string, Registered>(
      group.map((spec) => [
        spec.method,
        { spec, operation: implemented.get(spec.id), pathParams: namesOf(spec) },
      ]),
    );
    for (const url of fastifyPaths(group[0] as OperationSpec)) {
      app.route({
        method: METHODS.filter((method) => byMethod.has(method) || method === 'POST'),
        url,
        handler: (request, reply) => dispatch(byMethod, pipeline, request, reply),
      });
    }
  }
}

/** The names of a path's parameters in order; a tail comes last. */
function namesOf({ path, tail }: OperationSpec): string[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name && name !== tail ? [name] : []));
  return tail === undefined ? names : [...names, tail];
}

async function dispatch(
  byMethod: ReadonlyMap<string, Registered>,
  pipeline: Pipeline,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const registered = byMethod.get(methodOf(request));
  if (!registered) throw new NoSuchRoute();
  return await pipeline.run(registered, request, reply);
}

/** `_method=PUT` in a POST's body changes the verb, for senders that know only GET and POST. */
function methodOf({ method, body }: FastifyRequest): string {
  if (method === 'HEAD') return 'GET';
  if (method !== 'POST' || !isParams(body as RackParams)) return method;
  const override = (body as RackParams)['_method'];
  return typeof override === 'string' ? override.toUpperCase() : method;
}

/**
 * `/courses/{id}` → `/courses/:0`: by position, since each method may name the parameter differently.
 * A tail is a wildcard, and where the path doesn't name it, the path alone is one more route.
 */
function fastifyPaths({ path, tail }: OperationSpec): string[] {
  let position = 0;
  const url = path.replace(/\{(\w+)\}/g, (_, name) => (name === tail ? '*' : `:${position++}`));
  return tail === undefined || url.endsWith('*') ? [url] : [url, `${url}/*`];
}
