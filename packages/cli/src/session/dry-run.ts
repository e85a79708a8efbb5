import type { OutgoingRequest } from '@easel/client';
import { say, type Terminal } from '../frame/terminal.ts';
import { asCurl, fieldsOf } from './as-curl.ts';

/** Prints calls instead of sending them; each is answered with `null`. */
export function dryRun(terminal: Terminal): (request: OutgoingRequest) => Response {
  return (request) => {
    say(terminal, `${request.method} ${request.url}`);
    for (const [name, value] of fieldsOf(request)) {
      say(terminal, `    ${name}${value === undefined ? '' : ` = ${value}`}`);
    }
    say(terminal, `\n${asCurl(request)}\n`);
    return new Response('null', { headers: { 'content-type': 'application/json' } });
  };
}
