import { describe, expect, it } from 'vitest';
import { freeName, safeName } from './safe-name.ts';

describe('safeName', () => {
  it.each([
    ['words.txt', 'words.txt'],
    ['Straße 1: +.pdf', 'Straße 1: +.pdf'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['..', '__'],
    ['.', '_'],
    ['', '_'],
    ['a\u0000b\u001b[31m\\c', 'a_b_[31m_c'],
    ['.easel-files.json', '_.easel-files.json'],
  ])('%j is %j', (name, safe) => expect(safeName(name, 'linux')).toBe(safe));

  it.each([
    ['a:b?.txt', 'a_b_.txt'],
    ['nul.txt', '_nul.txt'],
    ['dots...', 'dots___'],
  ])('on Windows %j is %j', (name, safe) => expect(safeName(name, 'win32')).toBe(safe));

  it('keeps a long name in 255 bytes, with its extension', () => {
    const name = safeName(`${'ü'.repeat(300)}.pdf`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^ü+\.pdf$/);
  });
});

describe('freeName', () => {
  it('counts up, also where only capitals differ', () => {
    const taken = new Set<string>();
    expect(['a.txt', 'A.txt', 'a.txt', 'b'].map((name) => freeName(name, taken))).toEqual([
      'a.txt',
      'A (2).txt',
      'a (3).txt',
      'b',
    ]);
  });
});
