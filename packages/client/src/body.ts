import { FormError, type FormField, formFields, multipart, urlEncoded } from './form.ts';
import type { Params, ParamValue } from './types.ts';

/** How parameters travel in a body: as a form, or as JSON, whose types arrive as they were. */
export type BodyMode = 'form' | 'json';

/** Nested, or already as the fields of a form, whose names and order are kept. */
export type RawParams = Params | readonly FormField[];

/** Where parameters go: into the query, or into a body of that type. */
export interface Encoded {
  readonly query: string;
  readonly body?: string | FormData;
  /** Left to `fetch` for multipart, whose boundary it makes. */
  readonly contentType?: string;
}

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';
const JSON_TYPE = 'application/json';

/**
 * GET, HEAD and DELETE carry their parameters in the query unless a mode is asked for. Everything else is a form, or
 * multipart when a file is among the values, or JSON when no form could carry the parameters unharmed.
 * @throws FormError when the mode asked for can't carry them
 */
export function encodeParams(method: string, params: RawParams | undefined, mode?: BodyMode): Encoded {
  if (!params) return { query: '' };
  if (mode === 'json') return json(params);
  if (mode === undefined && /^(GET|HEAD|DELETE)$/i.test(method)) {
    return { query: urlEncoded(fieldsOf(params)) };
  }
  try {
    return form(params);
  } catch (error) {
    if (mode === 'form' || !(error instanceof FormError)) throw error;
    return json(params);
  }
}

function form(params: RawParams): Encoded {
  const fields = fieldsOf(params);
  if (fields.some(([, value]) => value instanceof Blob)) return { query: '', body: multipart(fields) };
  return fields.length === 0 ? { query: '' } : { query: '', body: urlEncoded(fields), contentType: FORM };
}

function json(params: RawParams): Encoded {
  if (isFields(params)) throw new FormError('JSON needs parameters that are nested, not fields of a form');
  return { query: '', body: JSON.stringify(params, jsonValue), contentType: JSON_TYPE };
}

function jsonValue(name: string, value: ParamValue): unknown {
  if (value instanceof Blob) throw new FormError(`${name} is a file, which JSON can't hold`);
  return typeof value === 'bigint' ? String(value) : value;
}

const isFields = (params: RawParams): params is readonly FormField[] => Array.isArray(params);

export const fieldsOf = (params: RawParams): readonly FormField[] =>
  isFields(params) ? params : formFields(params);
