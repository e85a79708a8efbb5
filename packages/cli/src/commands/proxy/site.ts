import type { Listener } from './listen.ts';
import type { LogEvent } from './log-line.ts';
import { plainly } from './plainly.ts';
import type { StaticFiles } from './static-files.ts';

/** Where the proxy is, beside the files. */
export const MOUNT = '/canvas';

export interface SiteParts {
  readonly proxy: Listener;
  readonly files: StaticFiles | undefined;
  /** Where browsers see the site. */
  readonly address: string;
  readonly port: number;
  readonly log: (event: LogEvent) => void;
}

/** The proxy and the files beside it. */
export function siteOf({ proxy, files, address, port, log }: SiteParts): Listener {
  const { host } = new URL(address);
  const local: ReadonlySet<string> = new Set(
    ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`),
  );
  return async (incoming, outgoing) => {
    const { url = '/', method = 'GET', headers } = incoming;
    const asked = headers.host ?? '';
    if (asked !== host) {
      // Another name is that of a site which has its name lead here, to read what only this machine may.
      if (!local.has(asked)) return plainly(outgoing, 421, `The address of this server is ${address}`);
      // To the browser the names of one machine are different origins; links lead to one of them.
      if (local.has(host)) return void outgoing.writeHead(307, { location: address + url }).end();
    }
    const [pathname = '/'] = url.split('?');
    if (pathname === MOUNT || pathname.startsWith(`${MOUNT}/`)) return proxy(incoming, outgoing);
    const started = Date.now();
    if (files) await files.send(pathname, method, outgoing);
    else plainly(outgoing, 404, `Only ${MOUNT} is here: the configuration names no folder.`);
    const [at, ms] = [new Date().toISOString(), Date.now() - started];
    log({ at, event: 'file', method, file: pathname, status: outgoing.statusCode, ms });
  };
}
