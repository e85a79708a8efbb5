/** Puts a site together as a Fastify instance. Nothing here listens; main.ts does. */
import { randomUUID } from 'node:crypto';
import { operations } from '@easel/contract';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { NoSuchRoute } from './errors.ts';
import { registerHealth } from './health.ts';
import { registerBodyParsers } from './http/body.ts';
import { asCanvasError } from './http/faults.ts';
import { Pipeline } from './http/pipeline.ts';
import { registerOperations } from './http/register.ts';
import type { Site } from './http/site.ts';
import { Throttle } from './http/throttle.ts';
import { reportFault } from './resources/error-reports/report-fault.ts';
import { operationTable } from './resources/index.ts';
import { masquerade } from './resources/users/masquerade.ts';

export interface AppOptions {
  /** Proxies whose X-Forwarded-* headers are believed: addresses or ranges, none by default. */
  trustedProxies?: string[];
}

/** @returns an instance that answers the whole API; `close()` drains it and writes what is still owed */
export function buildApp(site: Site, { trustedProxies = [] }: AppOptions = {}): FastifyInstance {
  const app = Fastify({
    loggerInstance: site.log as FastifyBaseLogger,
    disableRequestLogging: true,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: site.settings.bodyLimit,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    // SIS ids can be long, and Canvas takes them.
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => url.replace(/\.json(?=$|\?)/, ''),
    frameworkErrors: (error, request, reply) => {
      const { status, body } = asCanvasError(error);
      void reply
        .header('x-request-context-id', request.id)
        .code(status as 400)
        .send(body as never);
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-context-id', request.id);
  });
  // The path without its query: a query can hold a token.
  app.addHook('onResponse', async (request, reply) => {
    site.log.info(
      {
        request_context_id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        user_id: reply.getHeader('x-canvas-user-id'),
      },
      'request',
    );
  });
  // What is thrown before the pipeline has the request: a body that can't be read, a path that names nothing.
  app.setErrorHandler((error, _request, reply) => {
    const { status, body, headers } = asCanvasError(error);
    if (status === 500) site.log.error({ err: error }, 'server fault outside an operation');
    reply.code(status).headers(headers).send(body);
  });
  app.setNotFoundHandler(() => {
    throw new NoSuchRoute();
  });
  // Python's requests and others send a GET's parameters in its body when told to; Canvas reads them.
  app.addHttpMethod('GET', { hasBody: true });

  registerBodyParsers(app);
  registerHealth(app, site);
  const throttle = new Throttle(site);
  app.addHook('onClose', () => throttle.flush());
  const pipeline = new Pipeline(site, throttle, {
    masquerade,
    reportFault: (fault) => reportFault(site, fault),
  });
  registerOperations(app, pipeline, operations, operationTable);
  return app;
}
