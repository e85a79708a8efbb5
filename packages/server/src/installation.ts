import type { DatabaseConfig } from './command-line.ts';
import { type Database, openDatabase } from './db/database.ts';
import { installationSecret } from './db/installation-secret.ts';
import { migrate } from './db/migrate.ts';

export interface Installation {
  database: Database;
  /** Keys the HMAC of access tokens. */
  secret: string;
}

/**
 * What every command begins with: the database, open and up to date.
 * @throws DatabaseUnusable
 */
export async function openInstallation(config: DatabaseConfig): Promise<Installation> {
  const database = await openDatabase({
    url: config.databaseUrl,
    directory: config.dataDirectory,
    namedStatements: config.namedStatements,
  });
  try {
    await migrate(database);
    return { database, secret: await installationSecret(database, config.secret) };
  } catch (error) {
    await database.close();
    throw error;
  }
}
