/** Steps 2 and 3 of an upload may come from a page of any origin, as with Canvas: an upload's ticket is all that counts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PATHS = /^\/(?:files_api|api\/v1\/files\/[^/?]+\/create_success)\/?(?:\?|$)/;

export function openToOtherOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (PATHS.test(request.url)) reply.headers(headersFor(request));
  });
  const preflight = async (_request: FastifyRequest, reply: FastifyReply) => reply.code(200).send('');
  app.options('/files_api', preflight);
  app.options('/api/v1/files/:0/create_success', preflight);
}

const headersFor = ({ headers: { origin } }: FastifyRequest) => ({
  ...(origin && { 'access-control-allow-origin': origin, vary: 'Origin' }),
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'POST, PUT, DELETE, GET, OPTIONS',
  'access-control-request-method': '*',
  'access-control-allow-headers':
    'Origin, X-Requested-With, Content-Type, Accept, Authorization, Accept-Encoding',
});
