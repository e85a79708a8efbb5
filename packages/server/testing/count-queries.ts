/** How many queries something takes, for tests of lists that mustn't take more the longer they are. */
import type { Database } from '../src/db/database.ts';

/** Only one at a time: it counts whatever the database is asked meanwhile. */
export async function countQueries({ kysely }: Database, run: () => Promise<unknown>): Promise<number> {
  // Every executor, of transactions too, inherits this method.
  const prototype: { executeQuery: (...args: unknown[]) => unknown } = Object.getPrototypeOf(
    Object.getPrototypeOf(kysely.getExecutor()),
  );
  const { executeQuery } = prototype;
  let count = 0;
  prototype.executeQuery = function (...args) {
    count++;
    return executeQuery.apply(this, args);
  };
  try {
    await run();
  } finally {
    prototype.executeQuery = executeQuery;
  }
  return count;
}
