import type { DocumentedParam } from '../data.ts';

// The kinds of parameters that corrections add, spelled as in the documentation's data.
export const text: DocumentedParam = { type: 'string' };
export const texts: DocumentedParam = { type: 'string[]' };
export const flag: DocumentedParam = { type: 'boolean' };
export const integer: DocumentedParam = { type: 'integer' };
export const number: DocumentedParam = { type: 'number' };
export const time: DocumentedParam = { type: 'string', format: 'date-time' };
export const json: DocumentedParam = { type: 'JSONValue' };

export const oneOf = (...values: string[]): DocumentedParam => ({ type: 'string', values });
export const someOf = (...values: string[]): DocumentedParam => ({ type: 'string[]', values });
