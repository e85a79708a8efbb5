import type { ProxyEvent } from '@easel/client/proxy';
import { printable } from '../../output/printable.ts';

/** A file of the folder that was asked for. */
export interface FileEvent {
  readonly at: string;
  readonly event: 'file';
  readonly method: string;
  readonly file: string;
  readonly status: number;
  readonly ms: number;
}

export type LogEvent = ProxyEvent | FileEvent;

/** `2026-11-25T18:00:00.000Z 200 GET /api/v1/courses/{id} id=42 user=7 12ms cache=hit` */
export function lineOf(event: LogEvent): string {
  const what = event.event === 'file' ? `${event.method} ${event.file}` : whatOf(event);
  return printable(`${event.at} ${event.status} ${what} ${event.ms}ms`);
}

function whatOf({ event, method, operation, ids, user, reason, cache }: ProxyEvent): string {
  return [
    operation ?? `${method} (${event})`,
    ...Object.entries(ids).map(([name, id]) => `${name}=${id}`),
    user !== undefined && `user=${user}`,
    reason !== undefined && `refused=${reason}`,
    cache !== undefined && `cache=${cache}`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}
