import { expect, it } from 'vitest';
import { correct, corrections } from './corrections.ts';
import { documentedOperations } from './data.ts';

const documented = new Map(
  documentedOperations.map((operation) => [`${operation.method} ${operation.path}`, operation]),
);

it('correct documented operations only, with a reason and a source', () => {
  for (const { operations, because, source } of corrections) {
    expect(operations.filter((id) => !documented.has(id))).toEqual([]);
    expect(because).toMatch(/[.)"]$/);
    expect(source).not.toBe('');
  }
});

it('remove nothing that is not there', () => {
  for (const { operations, params = {} } of corrections) {
    const removed = Object.keys(params).filter((name) => params[name] === null);
    for (const id of operations) {
      const { query = {}, form = {} } = documented.get(id) ?? {};
      const names = Object.keys({ ...query, ...form });
      expect(
        removed.filter((name) => !names.some((n) => n === name || n.startsWith(`${name}[`))),
        id,
      ).toEqual([]);
    }
  }
});

it('change something', () => {
  const unchanged = corrections.flatMap((correction) =>
    correction.operations.filter((id) => {
      const operation = documented.get(id);
      if (!operation) return false;
      const { query, form, ...facts } = operation;
      return (
        JSON.stringify(correct(operation)) === JSON.stringify({ ...facts, params: { ...query, ...form } })
      );
    }),
  );
  expect(unchanged).toEqual([]);
});
