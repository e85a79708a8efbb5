import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { plainly } from './plainly.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The files of a folder: no others, wherever a link leads, and none that begins with a dot. */
export class StaticFiles {
  readonly #folder: string;
  readonly #withheld: readonly string[];

  /** @param withheld files and folders that nobody gets, should they lie in the folder */
  constructor(folder: string, withheld: readonly string[]) {
    this.#folder = folder;
    this.#withheld = withheld;
  }

  /** Sends the file behind a path, or says that there is none. */
  async send(pathname: string, method: string, response: ServerResponse): Promise<void> {
    if (method !== 'GET' && method !== 'HEAD') return plainly(response, 405, 'Only GET and HEAD.');
    const path = await this.#find(pathname);
    if (path === undefined) return plainly(response, 404, 'There is no such file.');
    const { size } = await stat(path);
    response.writeHead(200, {
      'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': size,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    if (method === 'HEAD') response.end();
    else await pipeline(createReadStream(path), response).catch(() => response.destroy());
  }

  async #find(pathname: string): Promise<string | undefined> {
    const segments = segmentsOf(pathname);
    if (!segments) return undefined;
    try {
      const [folder, path] = await Promise.all([
        realpath(this.#folder),
        realpath(join(this.#folder, ...segments)),
      ]);
      const file = (await stat(path)).isDirectory() ? await realpath(join(path, 'index.html')) : path;
      const withheld = await Promise.all(this.#withheld.map((each) => realpath(each).catch(() => each)));
      const isWithheld = withheld.some((each) => file === each || file.startsWith(each + sep));
      return file.startsWith(folder + sep) && !isWithheld && (await stat(file)).isFile() ? file : undefined;
    } catch {
      return undefined;
    }
  }
}

function segmentsOf(pathname: string): string[] | undefined {
  try {
    const segments = decodeURIComponent(pathname)
      .split('/')
      .filter((segment) => segment !== '');
    return segments.some((segment) => segment.startsWith('.') || /[\\\0]/.test(segment))
      ? undefined
      : segments;
  } catch {
    return undefined;
  }
}
