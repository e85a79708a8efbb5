import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Site } from './http/site.ts';

/** `/health_check` as Canvas has it (alive), `/readiness` for a balancer (may be sent requests). */
export function registerHealth(app: FastifyInstance, site: Site): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });

  app.get('/health_check', async (request, reply) => {
    if (request.headers.accept?.includes('application/json')) return { status: 'canvas ok' };
    return reply.type('text/html; charset=utf-8').send('canvas ok\n');
  });

  app.get('/readiness', async (_request, reply) => {
    const database = await sql`select 1`.execute(site.database.kysely).then(
      () => 200,
      () => 503,
    );
    const status = closing ? 503 : database;
    return reply.code(status).send({ status, components: { database: { status: database } } });
  });
}
