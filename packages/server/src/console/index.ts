/**
 * The pages for people: `/`, the reference under `/doc/api` at Canvas's kind of addresses, the live console, and the
 * same as OpenAPI document and as Postman collection.
 *
 * They are written here rather than taken from a component. With all 1,060 operations in Chromium (November 2026) Swagger
 * UI 5.35 (1.9 MB) took 4.8 s and 208 MB of heap, Scalar 1.46 (3.6 MB) 200 MB; both have serious or critical violations
 * in axe, Scalar styles inline and asks its maker's servers, and neither follows `next` nor writes calls for Easel's
 * client. These pages take 0.2 s and 9 MB.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Operation } from '../http/operation.ts';
import type { SiteSettings } from '../http/site.ts';
import { readAssets } from './assets.ts';
import { makeCatalogue } from './catalogue.ts';
import { livePage } from './live-page.ts';
import { missingPage } from './missing-page.ts';
import { describeServer } from './openapi.ts';
import { sendDocument, sendPage } from './page.ts';
import { postmanCollection } from './postman/collection.ts';
import { indexPage } from './reference/index-page.ts';
import { resourcePage } from './reference/resource-page.ts';
import { startPage } from './start-page.ts';

export function registerConsole(
  app: FastifyInstance,
  { publicUrl }: Pick<SiteSettings, 'publicUrl'>,
  table: readonly Operation[],
): void {
  const catalogue = once(() => makeCatalogue(table));
  const document = once(() => describeServer(catalogue()));
  const assets = once(readAssets);
  const chapters = once(
    () => new Map(catalogue().chapters.map((chapter) => [`${chapter.slug}.html`, chapter])),
  );
  const originOf = (request: FastifyRequest) => publicUrl ?? `${request.protocol}://${request.host}`;

  app.get('/', (request, reply) => sendPage(reply, startPage(catalogue(), originOf(request))));

  // Canvas's own index has this second address.
  for (const address of ['/doc/api', '/doc/api/all_resources.html']) {
    app.get<{ Querystring: { q?: unknown } }>(address, ({ query: { q } }, reply) =>
      sendPage(reply, indexPage(catalogue(), typeof q === 'string' ? q : '')),
    );
  }

  app.get<{ Params: { page: string } }>('/doc/api/:page', (request, reply) => {
    const chapter = chapters().get(request.params.page);
    if (!chapter) return sendPage(reply.code(404), missingPage);
    return sendPage(reply, resourcePage(chapter, originOf(request)));
  });

  app.get('/doc/api/live', (_request, reply) => sendPage(reply, livePage));

  // The server takes `.json` off every path before it looks for a route.
  app.get('/doc/api/openapi', (request, reply) =>
    sendDocument(reply, 'application/json', json({ ...document(), servers: [{ url: originOf(request) }] })),
  );
  app.get('/doc/api/postman_collection', (request, reply) =>
    sendDocument(reply, 'application/json', json(postmanCollection(catalogue(), originOf(request)))),
  );

  app.get<{ Params: { name: string } }>('/doc/api/assets/:name', ({ params: { name } }, reply) => {
    const asset = assets().get(name);
    if (!asset) return sendPage(reply.code(404), missingPage);
    return sendDocument(reply, asset.type, asset.text);
  });
}

const json = (value: unknown) => JSON.stringify(value);

/** Made when first asked for, so that starting the server costs nothing. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
