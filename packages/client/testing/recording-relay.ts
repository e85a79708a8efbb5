import { connect, createServer, type Server } from 'node:net';

/** Passes connections on to a port, and keeps every byte that goes back to the browser. */
export function recordingRelay(port: () => number): { server: Server; bytes(): Buffer } {
  const chunks: Buffer[] = [];
  const server = createServer((browser) => {
    const origin = connect(port(), '127.0.0.1');
    origin.on('data', (chunk) => chunks.push(chunk));
    origin.pipe(browser).pipe(origin);
    for (const [one, other] of [
      [origin, browser],
      [browser, origin],
    ] as const) {
      one.on('error', () => other.destroy());
    }
  });
  return { server, bytes: () => Buffer.concat(chunks) };
}
