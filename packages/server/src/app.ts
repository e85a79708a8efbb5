/** Puts a site together as a Fastify instance. Nothing here listens; main.ts does. */
import { randomUUID } from 'node:crypto';
import { everyOperation } from '@easel/contract';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { registerConsole } from './console/index.ts';
import { MissingWork } from './domain/grading/missing-work.ts';
import { NoSuchRoute } from './errors.ts';
import { registerHealth } from './health.ts';
import { registerBodyParsers } from './http/body.ts';
import { asCanvasError } from './http/faults.ts';
import { type Collaborators, Pipeline } from './http/pipeline.ts';
import { registerOperations } from './http/register.ts';
import { pathOf } from './http/request-facts.ts';
import type { Site, SiteParts } from './http/site.ts';
import { Throttle } from './http/throttle.ts';
import { JobRunner } from './jobs/runner.ts';
import { registerLogin } from './login/index.ts';
import { leadsTo, registerOAuth } from './oauth/index.ts';
import { record } from './resources/audit/record.ts';
import { reportFault } from './resources/error-reports/report-fault.ts';
import { FileCollector } from './resources/files/collect.ts';
import { registerUploads } from './resources/files/receive-upload.ts';
import { operationTable } from './resources/index.ts';
import { jobTable } from './resources/jobs.ts';
import { masquerade } from './resources/users/masquerade.ts';

declare module 'fastify' {
  export interface FastifyInstance {
    /** Runs the background jobs as long as the app listens. */
    jobs: JobRunner;
  }
}

export interface AppOptions {
  /** Proxies whose X-Forwarded-* headers are believed: addresses or ranges, none by default. */
  trustedProxies?: string[];
  /** Sees every result before it is sent, and may throw: tests hold it against what the operation declares. */
  inspect?: Collaborators['inspect'];
}

/** @returns an instance that answers the whole API; `close()` drains it and writes what is still owed */
export function buildApp(
  parts: SiteParts,
  { trustedProxies = [], inspect }: AppOptions = {},
): FastifyInstance {
  const site: Site = { ...parts, wakeJobs: () => jobs.wake() };
  const jobs = new JobRunner(site, jobTable, (fault) => reportFault(site, fault));
  const app = Fastify({
    loggerInstance: site.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: site.settings.bodyLimit,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    // SIS ids can be long, and Canvas takes them.
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => url.replace(/\.json(?=$|\?)/, ''),
    frameworkErrors: (error, request, reply) => answerFault(site, error, request, reply as FastifyReply),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-context-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    site.log.info(
      {
        request_context_id: request.id,
        method: request.method,
        path: pathOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        user_id: reply.getHeader('x-canvas-user-id'),
      },
      'request',
    );
  });
  app.setErrorHandler((error, request, reply) => answerFault(site, error, request, reply));
  app.setNotFoundHandler(() => {
    throw new NoSuchRoute();
  });
  // Python's requests and others send a GET's parameters in its body when told to; Canvas reads them.
  app.addHttpMethod('GET', { hasBody: true, overrideExisting: true });

  registerBodyParsers(app);
  registerHealth(app, site);
  registerConsole(app, site.settings, operationTable);
  const throttle = new Throttle(site);
  app.addHook('onClose', () => throttle.flush());
  const pipeline = new Pipeline(site, throttle, {
    masquerade,
    reportFault: (fault) => reportFault(site, fault),
    record,
    inspect,
  });
  app.decorate('jobs', jobs);
  app.addHook('onListen', async () => jobs.start());
  app.addHook('preClose', () => jobs.stop());
  const collector = new FileCollector(site);
  app.addHook('onListen', async () => collector.start());
  app.addHook('preClose', () => collector.stop());
  const missingWork = new MissingWork(site);
  app.addHook('onListen', async () => missingWork.start());
  app.addHook('preClose', () => missingWork.stop());
  registerOperations(app, pipeline, everyOperation, operationTable);
  registerUploads(app, site);
  registerLogin(app, site, leadsTo);
  registerOAuth(app, site, throttle);
  return app;
}

/** Answers what is thrown before the pipeline has the request: a path that can't be decoded, a body that can't be read. */
function answerFault(site: Site, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body, headers } = asCanvasError(error);
  if (status === 500) site.log.error({ err: error }, 'server fault outside an operation');
  reply.header('x-request-context-id', request.id).headers(headers).code(status).send(body);
}
