import { describe, expect, it } from 'vitest';
import { displayName, dispositionOf, storedName, uniqueName } from './names.ts';

describe('storedName', () => {
  it.each([
    ['words.txt', 'words.txt'],
    ['a b+c.txt', 'a+b%2Bc.txt'],
    ["~!*'().txt", '~%21%2A%27%28%29.txt'],
    ['ä.txt', '%C3%A4.txt'],
    ['a/b\\c.txt', 'a%2Fb%5Cc.txt'],
  ])('%s → %s', (name, stored) => {
    expect(storedName(name)).toBe(stored);
  });

  it('gives every part between dots its share of 220 characters', () => {
    expect(storedName(`${'a'.repeat(300)}.${'b'.repeat(300)}`)).toBe(`${'a'.repeat(110)}.${'b'.repeat(110)}`);
  });
});

describe('displayName', () => {
  it('keeps what fits, and the extension of what does not', () => {
    expect(displayName('x'.repeat(255))).toHaveLength(255);
    expect(displayName(`${'x'.repeat(300)}.pdf`)).toBe(`${'x'.repeat(251)}.pdf`);
    expect(displayName('x'.repeat(300))).toBe('x'.repeat(255));
    expect([...displayName('🎉'.repeat(300))]).toHaveLength(255);
  });
});

describe('uniqueName', () => {
  const unique = (name: string, ...taken: string[]) => uniqueName(name, new Set(taken), () => 'random');
  it('numbers before the extensions', () => {
    expect(unique('a.txt')).toBe('a.txt');
    expect(unique('a.txt', 'a.txt')).toBe('a-1.txt');
    expect(unique('a.txt', 'a.txt', 'a-1.txt')).toBe('a-2.txt');
    expect(unique('a.tar.gz', 'a.tar.gz')).toBe('a-1.tar.gz');
    expect(unique('v1.2.txt', 'v1.2.txt')).toBe('v1.2-1.txt');
    expect(unique('README', 'README')).toBe('README-1');
  });
  it('takes something unguessable after seven', () => {
    const taken = ['a.txt', ...[1, 2, 3, 4, 5, 6, 7].map((n) => `a-${n}.txt`)];
    expect(unique('a.txt', ...taken)).toBe('a-random.txt');
  });
});

describe('dispositionOf', () => {
  it('has plain letters and the name itself', () => {
    expect(dispositionOf('inline', 'Ünïcode "x".pdf')).toBe(
      `inline; filename="Unicode \\"x\\".pdf"; filename*=UTF-8''%C3%9Cn%C3%AFcode%20%22x%22.pdf`,
    );
  });
});
