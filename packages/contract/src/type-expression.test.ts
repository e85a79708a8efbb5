import { describe, expect, it } from 'vitest';
import { parseTypeExpression } from './type-expression.ts';

const name = (text: string) => ({ kind: 'name', name: text });
const literal = (value: string) => ({ kind: 'literal', value });

describe('parseTypeExpression', () => {
  it('reads names and lists', () => {
    expect(parseTypeExpression('User')).toEqual(name('User'));
    expect(parseTypeExpression('File[][]')).toEqual({
      kind: 'array',
      items: { kind: 'array', items: name('File') },
    });
  });

  it('reads alternatives, leading bars included', () => {
    expect(parseTypeExpression("'overwrite' | 'rename'")).toEqual({
      kind: 'union',
      members: [literal('overwrite'), literal('rename')],
    });
    expect(parseTypeExpression('| boolean[]')).toEqual({ kind: 'array', items: name('boolean') });
    expect(parseTypeExpression("( | 'none' | 'on_paper' )[]")).toEqual({
      kind: 'array',
      items: { kind: 'union', members: [literal('none'), literal('on_paper')] },
    });
  });

  it('reads objects', () => {
    expect(parseTypeExpression(' { type: string; count?: number; }[] ')).toEqual({
      kind: 'array',
      items: {
        kind: 'object',
        fields: [
          { name: 'type', optional: false, type: name('string') },
          { name: 'count', optional: true, type: name('number') },
        ],
      },
    });
  });

  it.each(['', 'a b', '(a', '{ a }', "'a", '[]', '%'])('refuses %j', (text) => {
    expect(() => parseTypeExpression(text)).toThrow(SyntaxError);
  });
});
