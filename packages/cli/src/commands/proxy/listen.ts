import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '../../frame/failure.ts';

export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** How long what is under way may take once the server was told to end. */
const GRACE_MS = 10_000;

/** @throws Failure when the address isn't to be had */
export async function listen(host: string, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EADDRINUSE' ? 'is taken' : `can't be used (${code})`;
    throw new Failure(`${host}:${port} ${why}`, { hint: '--port 0 takes a free one' });
  }
  return { server, port: (server.address() as AddressInfo).port };
}

/** Answers until the signal; then finishes what is under way. */
export async function answerUntil(signal: AbortSignal, server: Server, listener: Listener): Promise<void> {
  server.on('request', (incoming, outgoing) => {
    // A server that is about to end keeps no connection for later.
    if (signal.aborted) outgoing.setHeader('connection', 'close');
    listener(incoming, outgoing).catch(() => outgoing.destroy());
  });
  if (!signal.aborted) await once(signal, 'abort');
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(patience);
}
