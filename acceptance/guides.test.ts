/** Every example of docs/guides runs against the demo and prints what the guide says. */
import { afterAll, describe, expect, it } from 'vitest';
import { isPrinted, Reader, readGuides, readIndex } from './guides.ts';
import { openTarget } from './target.ts';

const target = await openTarget();
const reader = await Reader.sitsDown(target);
afterAll(() => reader.leaves());
const guides = await readGuides();

it('the index has all questions and all guides', async () => {
  const index = await readIndex();
  expect(index.questions).toEqual(Array.from({ length: 23 }, (_, question) => question + 1));
  expect([...new Set(index.guides)].sort()).toEqual(guides.map(({ name }) => name));
});

it('the programs of all guides compile', async () => {
  expect(await reader.compile(guides)).toBe('');
});

describe.each(guides)('$name', (guide) => {
  it('shows the raw HTTP, the client and the command line', () => {
    const code = guide.examples.map((example) => example.code);
    expect(code.some((lines) => lines.includes('curl '))).toBe(true);
    expect(guide.examples.some(({ language }) => language === 'ts')).toBe(true);
    expect(code.some((lines) => /^easel /m.test(lines))).toBe(true);
  });

  it.each(guide.examples.map((example, index) => ({ ...example, index })))(
    'example $index ($language)',
    async ({ index, ...example }) => {
      const printed = await reader.run(guide, index, example);
      const documented = example.prints ?? 'the guide says nothing';
      // The comparison is repeated as texts for what a failure shows.
      if (!isPrinted(documented, printed)) expect(printed).toBe(documented);
      expect(printed).not.toContain(target.token);
    },
  );
});

describe('what a guide says is printed', () => {
  it.each([
    ['a\nb\n', 'a\nb\n', true],
    ['a\nb\n', 'a\nb\nc\n', false],
    ['a\n…\n', 'a\nb\nc\n', true],
    ['a\n…\nd\n', 'a\nb\nc\nd\n', true],
    ['a…z (1)\n', 'abcz (1)\n', true],
    ['a…z\n', 'ab\nz\n', false],
  ])('%j against %j: %s', (documented, printed, matches) => {
    expect(isPrinted(documented, printed)).toBe(matches);
  });
});
