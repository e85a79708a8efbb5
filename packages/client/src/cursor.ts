/** A place in a list: how many rows of which page are done. */
export interface Position {
  readonly url: string;
  readonly skip: number;
}

/** `37 /api/v1/accounts/1/courses?page=3&per_page=100`: no host, so that it can lead nowhere else. */
export function writeCursor({ url, skip }: Position): string {
  const { pathname, search } = new URL(url);
  return `${skip} ${pathname}${search}`;
}

/** @throws TypeError when it isn't one */
export function readCursor(cursor: string): { path: string; skip: number } {
  const [, skip, path] = /^(\d+) (\/[^/\\\s]\S*)$/.exec(cursor) ?? [];
  if (skip === undefined || path === undefined)
    throw new TypeError(`Not a cursor: ${JSON.stringify(cursor)}`);
  return { path, skip: Number(skip) };
}
