import { describe, expect, it } from 'vitest';
import { leafNode } from './param-node.ts';

describe('leafNode', () => {
  it.each([
    [{ type: 'string', format: 'date-time' }, { kind: 'date-time' }],
    [{ type: 'string', format: 'date' }, { kind: 'date' }],
    [{ type: 'string', format: 'url' }, { kind: 'string' }],
    [{ type: 'integer', format: 'int64' }, { kind: 'integer' }],
    [{ type: 'number', format: 'integer' }, { kind: 'integer' }],
    [{ type: 'number', format: 'float' }, { kind: 'number' }],
    [
      { type: 'integer[]', format: 'float' },
      { kind: 'array', items: { kind: 'number' } },
    ],
    [{ type: 'Date[]' }, { kind: 'array', items: { kind: 'date-time' } }],
    [{ type: 'Hash[]' }, { kind: 'array', items: { kind: 'json' } }],
    [{ type: '| boolean[]' }, { kind: 'array', items: { kind: 'boolean' } }],
    [{ type: "'overwrite' | 'rename'" }, { kind: 'string', values: ['overwrite', 'rename'] }],
    [
      { type: 'string[]', values: ['a'] },
      { kind: 'array', items: { kind: 'string', values: ['a'] } },
    ],
    [{ type: 'text' }, { kind: 'file' }],
    [{ type: 'RubricAssessment' }, { kind: 'json' }],
  ])('%j', (param, node) => {
    expect(leafNode(param)).toEqual(node);
  });

  it('refuses a type that nobody has decided on', () => {
    expect(() => leafNode({ type: 'Whatever' })).toThrow('Whatever');
  });
});
