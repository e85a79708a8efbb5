import type { ServerResponse } from 'node:http';

/** Ends a request with a line for people. */
export function plainly(outgoing: ServerResponse, status: number, text: string): void {
  outgoing.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  outgoing.end(`${text}\n`);
}
