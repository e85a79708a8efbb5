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
        { spec, operation: implemented.get(spec.id), pathParams: Object.keys(spec.pathParams) },
      ]),
    );
    app.route({
      method: METHODS.filter((method) => byMethod.has(method) || method === 'POST'),
      url: fastifyPath((group[0] as OperationSpec).path),
      handler: (request, reply) => dispatch(byMethod, pipeline, request, reply),
    });
  }
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

/** `/courses/{id}` → `/courses/:0`: by position, since each method may name the parameter differently. */
function fastifyPath(path: string): string {
  let position = 0;
  return path.replace(/\{\w+\}/g, () => `:${position++}`);
}
