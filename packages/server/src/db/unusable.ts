/** A database that can't be used as it is. The message is one line for whoever started Easel. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}
