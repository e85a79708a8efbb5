import type { PathValue } from './types.ts';

/** Segments that stand for the rest of the path, slashes and all. */
const WILDCARDS = new Set(['full_path']);

/** `PUT /api/v1/courses/{id}` → `PUT` and the path. */
export function splitOperation(operation: string): { method: string; path: string } {
  const blank = operation.indexOf(' ');
  return { method: operation.slice(0, blank), path: operation.slice(blank + 1) };
}

/**
 * Puts values in the place of `{name}`.
 * @throws TypeError when one is missing, empty, or would climb out of the path
 */
export function fillPath(path: string, values: Readonly<Record<string, PathValue>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(values[name] ?? '');
    const segments = WILDCARDS.has(name) ? value.split('/') : [value];
    return segments.map((segment) => encodeSegment(segment, name)).join('/');
  });
}

function encodeSegment(value: string, name: string): string {
  // An empty value would make `/courses//users`, which Canvas reads as another path.
  if (value === '' || value === '.' || value === '..') {
    throw new TypeError(`The path parameter ${name} is ${value === '' ? 'missing' : JSON.stringify(value)}`);
  }
  // Rails takes what follows a dot for a format; a colon may stay, and keeps SIS ids readable.
  return encodeURIComponent(value).replaceAll('.', '%2E').replaceAll('%3A', ':');
}
