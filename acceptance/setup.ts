/** Gives the project `acceptance-postgres` a PostgreSQL, and the other one nothing: it embeds its own. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../packages/server/testing/postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string | null;
  }
}

export default async function setup(project: TestProject) {
  if (project.name !== 'acceptance-postgres') {
    project.provide('postgres', null);
    return;
  }
  const server = await startPostgres({ durable: true });
  project.provide('postgres', server.url);
  return () => server.stop();
}
