import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParamNode } from './param-node.ts';
import { paramTree } from './param-tree.ts';

const string = { type: 'string' };
const leaf = { kind: 'string' };

describe('paramTree', () => {
  it('nests keys, lists and chosen keys', () => {
    expect(
      paramTree({
        'course[name]': string,
        'course[hide]': { type: 'boolean' },
        include: { type: 'string[]', values: ['term'] },
        'grade_data[<id>][file_ids]': { type: 'integer[]' },
        'events[][title]': string,
      }).fields,
    ).toEqual({
      course: { kind: 'object', fields: { name: leaf, hide: { kind: 'boolean' } } },
      include: { kind: 'array', items: { kind: 'string', values: ['term'] } },
      grade_data: {
        kind: 'map',
        values: { kind: 'object', fields: { file_ids: { kind: 'array', items: { kind: 'integer' } } } },
      },
      events: { kind: 'array', items: { kind: 'object', fields: { title: leaf } } },
    });
  });

  it('prefers the parts of a name to the whole', () => {
    const parts = { kind: 'object', fields: { at: leaf } };
    expect(
      paramTree({ submission: { type: 'JSONObject' }, 'submission[at]': string }).fields.submission,
    ).toEqual(parts);
    expect(
      paramTree({ 'submission[at]': string, submission: { type: 'JSONObject' } }).fields.submission,
    ).toEqual(parts);
  });

  it('keeps other keys beside known ones', () => {
    expect(
      paramTree({ 'settings[a]': string, 'settings[<name>]': { type: 'JSONValue' } }).fields.settings,
    ).toEqual({
      kind: 'object',
      fields: { a: leaf },
      rest: { kind: 'json' },
    });
  });

  it.each([[['a[b]', 'a[]']], [['a[]', 'a[b]']], [['a[<x>]', 'a[]']]])(
    'refuses keys mixed with list elements: %j',
    (names) => {
      expect(() => paramTree(Object.fromEntries(names.map((name) => [name, string])))).toThrow(Error);
    },
  );

  it('loses no name and makes none up', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const names = fc.uniqueArray(
      fc
        .array(word, { minLength: 1, maxLength: 4 })
        .map(([first, ...rest]) => first + rest.map((key) => `[${key}]`).join('')),
    );
    fc.assert(
      fc.property(names, (given) => {
        const tree = paramTree(Object.fromEntries(given.map((name) => [name, string])));
        const leaves = given.filter((name) => !given.some((other) => other.startsWith(`${name}[`)));
        expect(namesBelow(tree).sort()).toEqual(leaves.sort());
      }),
    );
  });
});

function namesBelow(node: ParamNode, name = ''): string[] {
  if (node.kind !== 'object') return [name];
  return Object.entries(node.fields).flatMap(([key, field]) =>
    namesBelow(field, name === '' ? key : `${name}[${key}]`),
  );
}
