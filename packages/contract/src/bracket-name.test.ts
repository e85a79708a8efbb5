import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyKey, nextElement, parseBracketName, type Step } from './bracket-name.ts';

const key = (text: string): Step => ({ kind: 'key', key: text });

describe('parseBracketName', () => {
  it.each([
    ['name', [key('name')]],
    ['course[name]', [key('course'), key('name')]],
    ['include[]', [key('include'), nextElement]],
    ['events[][title]', [key('events'), nextElement, key('title')]],
    ['permissions[<X>][explicit]', [key('permissions'), anyKey, key('explicit')]],
    ['day_substitutions[X]', [key('day_substitutions'), anyKey]],
    [
      'https://canvas.instructure.com/lti/submission[submitted_at]',
      [key('https://canvas.instructure.com/lti/submission'), key('submitted_at')],
    ],
  ])('%s', (name, steps) => {
    expect(parseBracketName(name)).toEqual(steps);
  });

  it.each(['[a]', 'a[', 'a[b', 'a[b]c', 'a[b[c]]', 'a]'])('refuses %s', (name) => {
    expect(() => parseBracketName(name)).toThrow(SyntaxError);
  });

  it('is the inverse of writing the steps', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
    const inner = fc.oneof(word.map(key), fc.constant(anyKey), fc.constant(nextElement));
    fc.assert(
      fc.property(word, fc.array(inner, { maxLength: 5 }), (first, steps) => {
        const name = first + steps.map((step) => `[${written(step)}]`).join('');
        expect(parseBracketName(name)).toEqual([key(first), ...steps]);
      }),
    );
  });
});

function written(step: Step): string {
  switch (step.kind) {
    case 'key':
      return step.key;
    case 'any-key':
      return '<id>';
    case 'next-element':
      return '';
  }
}
