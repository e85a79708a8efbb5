/**
 * How PostgreSQL's values become JavaScript's, the same for both engines.
 *
 * Timestamps stay text, already in the form that Canvas puts on the wire (`2026-08-24T12:00:00Z`, whole
 * seconds, UTC): no Date is built only to be printed again, and two of them compare as text.
 * Every session runs in UTC, so the text from the server always ends in `+00`.
 */
import type { CustomTypesConfig } from 'pg';
import pg from 'pg';

const OID = { int8: 20, numeric: 1700, date: 1082, timestamptz: 1184, int8Array: 1016 } as const;

function toIsoSeconds(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11, 19)}Z`;
}

const parseInt8Array = (text: string): number[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(Number);

const parsers = new Map<number, (text: string) => unknown>([
  // Ids are handed out from 1 upwards here, far below 2^53.
  [OID.int8, Number],
  [OID.numeric, Number],
  [OID.date, (text) => text],
  [OID.timestamptz, toIsoSeconds],
  [OID.int8Array, parseInt8Array],
]);

/** Type parsers for `pg`: pass as `types` to a pool or client. */
export const wireTypes: CustomTypesConfig = {
  getTypeParser(oid, format) {
    return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format);
  },
};
