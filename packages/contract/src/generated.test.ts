import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildOpenApi } from './openapi.ts';
import { writeOperationTypes } from './write-types.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('keeps the types current (npm run generate)', () => {
  expect(read('generated/operation-types.ts') === writeOperationTypes()).toBe(true);
});

it('keeps docs/openapi.json current (npm run generate)', () => {
  expect(JSON.parse(read('../../../docs/openapi.json'))).toEqual(buildOpenApi());
});
