import type { Call } from './browser/snippets.js';
import type { Entry } from './catalogue.ts';

/** The example of an operation as the snippets want it. */
export function callOf({ spec, fields, example }: Entry, origin: string): Call {
  const kinds = new Map(fields.map(({ name, kind }) => [name, kind]));
  return {
    origin,
    method: spec.method,
    path: spec.path,
    pathValues: example.path,
    tail: spec.tail,
    fields: example.fields.map(([name, value]) => ({ name, value, kind: kinds.get(name) ?? 'string' })),
    isList: spec.paginated,
    // Pages of an object: the typed client knows no list there.
    isRaw: spec.paginated && spec.returns === 'JSONObject',
  };
}
