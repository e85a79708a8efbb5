import { expect, it } from 'vitest';
import { additions, everyOperation } from './additions.ts';
import { buildOpenApi } from './openapi.ts';
import { operationById, operations } from './operations.ts';

it("keeps Easel's own operations, and routes that aren't documented, apart from Canvas's operations", () => {
  expect(additions.length).toBeGreaterThan(0);
  for (const { id, path, resource } of additions) {
    expect(path.startsWith('/api/easel/v1/'), id).toBe(resource === 'Easel');
    expect(operationById.has(id), id).toBe(false);
  }
  expect(everyOperation).toHaveLength(operations.length + additions.length);
  expect(Object.keys(buildOpenApi().paths).filter((path) => path.startsWith('/api/easel'))).toEqual([]);
});
