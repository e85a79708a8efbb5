import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';

/**
 * Statements beyond this many distinct texts run unnamed: a server keeps a named statement for the life of
 * the connection, and a text that differs on every call would fill it.
 */
const MOST_NAMES = 2000;

interface NamingClient {
  query(config: { name?: string; text: string; values: unknown[] }): Promise<unknown>;
  release(): void;
}

/**
 * Gives every statement that Kysely sends a name made of its text, so that the server parses and plans it
 * once a connection. On the lists this saves about a fifth, on single rows about half (docs/performance.md).
 */
export function withNamedStatements(
  pool: { connect(): Promise<NamingClient>; end(): Promise<void> },
  enabled = true,
): PostgresPool {
  const names = new Map<string, string>();

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMES) return known;
    const name = createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
    return name;
  }

  return {
    async connect() {
      const client = await pool.connect();
      return {
        query: (text: string, values: readonly unknown[] = []) => {
          const name = enabled ? nameOf(text) : undefined;
          return client.query({ ...(name && { name }), text, values: [...values] });
        },
        release: () => client.release(),
      } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}
