/** What Easel's commands share: flags and variables, the database's settings, and how their errors are told. */
import { parseArgs } from 'node:util';
import { DatabaseUnusable } from './db/unusable.ts';

/** A setting that can't be understood; its message is for whoever typed it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Something that stops a command and that its user can put right. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';
}

type Flag = { readonly type: 'string' | 'boolean' };

/** The settings of one start. A flag wins over its variable; an empty variable counts for nothing. */
export class Settings<Name extends string> {
  readonly #flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly #env: NodeJS.ProcessEnv;

  /** @throws ConfigError for a flag that doesn't exist or lacks its value */
  constructor(flags: Readonly<Record<Name, Flag>>, args: string[], env: NodeJS.ProcessEnv) {
    try {
      this.#flags = parseArgs({ args, options: flags, allowPositionals: false }).values as Record<
        string,
        string | boolean
      >;
    } catch (error) {
      throw new ConfigError((error as Error).message.split('. To specify')[0]);
    }
    this.#env = env;
  }

  has(flag: Name): boolean {
    return this.#flags[flag] !== undefined;
  }

  text(flag: Name, variable?: string): string | undefined {
    const given = this.#flags[flag];
    if (typeof given === 'string') return given;
    return variable === undefined ? undefined : this.secret(variable);
  }

  /** One of some words, the first unless something is given. */
  choice<const T extends string>(flag: Name, variable: string, values: readonly [T, ...T[]]): T {
    const given = this.text(flag, variable) ?? values[0];
    const value = values.find((word) => word === given);
    if (value === undefined) {
      throw new ConfigError(`--${flag} takes ${values.join(' or ')}, not "${given}"`);
    }
    return value;
  }

  /** What only the environment may say, so that it stands in no process list. */
  secret(variable: string): string | undefined {
    return this.#env[variable] || undefined;
  }

  wholeNumber(flag: Name, [from, to]: readonly [number, number], variable?: string): number | undefined {
    const given = this.text(flag, variable);
    if (given === undefined) return undefined;
    const number = Number(given);
    if (/^\d+$/.test(given) && number >= from && number <= to) return number;
    throw new ConfigError(`--${flag} takes a number from ${from} to ${to}, not "${given}"`);
  }
}

export interface DatabaseConfig {
  /** `postgres://…`; without it the database is embedded. */
  databaseUrl: string | undefined;
  /** Where the embedded database lives; undefined for memory. */
  dataDirectory: string | undefined;
  namedStatements: boolean;
  /** Keys the HMAC of access tokens; without it the installation keeps one of its own. */
  secret: string | undefined;
}

export const databaseFlags = {
  'data-dir': { type: 'string' },
  memory: { type: 'boolean' },
  'database-url': { type: 'string' },
  'named-statements': { type: 'string' },
} as const;

export const DATABASE_HELP = `\
  --data-dir DIR           the embedded database's directory (EASEL_DATA_DIR; .easel)
  --database-url URL       a PostgreSQL to use instead (DATABASE_URL)
  --named-statements on|off    off for PgBouncer before 1.21 (EASEL_NAMED_STATEMENTS; on)`;

/** Which database: one flag at most; without one, PostgreSQL where the environment names it. */
export function readDatabase(settings: Settings<keyof typeof databaseFlags>): DatabaseConfig {
  const flags = (['database-url', 'data-dir', 'memory'] as const).filter((flag) => settings.has(flag));
  if (flags.length > 1) {
    throw new ConfigError(`--${flags[0]} and --${flags[1]} name two databases; choose one`);
  }
  const embedded = flags[0] === 'data-dir' || flags[0] === 'memory';
  const databaseUrl = embedded ? undefined : settings.text('database-url', 'DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError('the database URL has to begin with postgres:// or postgresql://');
  }
  return {
    databaseUrl,
    dataDirectory:
      databaseUrl !== undefined || flags[0] === 'memory'
        ? undefined
        : (settings.text('data-dir', 'EASEL_DATA_DIR') ?? '.easel'),
    namedStatements: settings.choice('named-statements', 'EASEL_NAMED_STATEMENTS', ['on', 'off']) === 'on',
    secret: settings.secret('EASEL_SECRET'),
  };
}

/**
 * Runs a command. What its user can put right becomes one line on stderr, with exit code 2 for a mistyped
 * command and 1 for the rest; anything else is a fault of Easel's and keeps its stack.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof ConfigError) {
      console.error(`easel: ${error.message} (--help lists the settings)`);
      process.exitCode = 2;
    } else if (error instanceof CannotGoOn || error instanceof DatabaseUnusable) {
      console.error(`easel: ${error.message}`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}
