/** Waits for the one request in which the browser brings the code (RFC 8252 7.3). */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EXIT } from '../../frame/exit-codes.ts';
import { Failure } from '../../frame/failure.ts';
import { answerPage } from './answer-page.ts';
import type { Redirect } from './redirect.ts';

/** What came back, from wherever. */
export interface Received {
  readonly parameters: URLSearchParams;
  /** Tells whoever looks at the browser what came of it. */
  tell(title: string, text: string): Promise<void>;
}

export interface Receiver {
  /** As the server is told it, letter by letter. */
  readonly redirectUri: string;
  /** @throws the signal's reason */
  receive(state: string, signal: AbortSignal): Promise<Received>;
  close(): void;
}

/** Both addresses that `localhost` may be; IPv6 isn't everywhere. */
const HOSTS = { localhost: ['127.0.0.1', '::1'], '[::1]': ['::1'] } as const;
const OPTIONAL = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/**
 * Listens on this machine only.
 * @param onStray told of an answer that belongs to no sign-in of ours, and isn't taken
 * @throws Failure when another program has the port
 */
export async function listenForAnswer(
  { uri, anyPort }: Exclude<Redirect, 'pasted'>,
  onStray: () => void,
): Promise<Receiver> {
  const hosts = uri.hostname in HOSTS ? HOSTS[uri.hostname as keyof typeof HOSTS] : [uri.hostname];
  const waiting: { expects?: string; take?: (received: Received) => void } = {};
  const answer = (url: string, response: ServerResponse): void => {
    const asked = new URL(url, uri);
    const { searchParams: parameters } = asked;
    if (asked.pathname !== uri.pathname) return void send(response, 404, 'Nothing here', '');
    const isOurs = waiting.expects !== undefined && parameters.get('state') === waiting.expects;
    if (!isOurs || !(parameters.has('code') || parameters.has('error'))) {
      // Anybody can make a browser come here: the sign-in goes on.
      onStray();
      return void send(response, 400, 'That belongs to no sign-in', 'Go on where you began it.');
    }
    // Once.
    delete waiting.expects;
    waiting.take?.({ parameters, tell: (title, text) => send(response, 200, title, text) });
  };
  const servers: Server[] = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  let port = anyPort ? 0 : Number(uri.port || 80);
  for (const host of hosts) {
    const server = createServer(({ method, url = '/' }, response) => {
      if (method === 'GET') answer(url, response);
      else void send(response, 405, 'Nothing here', '');
    });
    try {
      server.listen({ port, host });
      await once(server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (OPTIONAL.has(code ?? '') && servers.length > 0) continue;
      close();
      throw cannotListen(port, code);
    }
    servers.push(server);
    ({ port } = server.address() as AddressInfo);
  }
  return {
    redirectUri: anyPort ? `${uri.protocol}//${uri.hostname}:${port}${uri.pathname}` : uri.href,
    receive: (state, signal) =>
      new Promise((resolve, reject) => {
        waiting.expects = state;
        waiting.take = resolve;
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      }),
    close,
  };
}

async function send(response: ServerResponse, status: number, title: string, text: string): Promise<void> {
  const { body, headers } = answerPage(title, text);
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
  // A browser that has gone needs no page.
  if (!response.writableFinished && !response.destroyed) {
    await Promise.race([once(response, 'finish'), once(response, 'close')]);
  }
}

function cannotListen(port: number, code: string | undefined): Failure {
  const why =
    code === 'EADDRINUSE' ? 'another program has it' : code === 'EACCES' ? 'that takes more rights' : code;
  return new Failure(`Cannot wait for the browser on port ${port}: ${why}`, {
    exitCode: EXIT.failed,
    hint: 'end that program, or give the key another redirect URI and name it with --redirect-uri',
  });
}
