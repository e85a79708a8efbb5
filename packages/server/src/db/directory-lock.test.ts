import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';
import { DatabaseUnusable } from './unusable.ts';

const parent = mkdtempSync(join(tmpdir(), 'easel-lock-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

it('is had by one at a time, in a directory that it makes', () => {
  const directory = join(parent, 'one/deep');
  const release = lockDirectory(directory);
  expect(() => lockDirectory(directory)).toThrow(DatabaseUnusable);
  expect(() => lockDirectory(directory)).toThrow(`is in use by process ${process.pid}; stop that first`);
  release();
  lockDirectory(directory)();
  expect(existsSync(join(directory, 'easel.pid'))).toBe(false);
});

it('is taken over from a process that is gone', () => {
  const directory = join(parent, 'dead');
  lockDirectory(directory)();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(directory, 'easel.pid'), `${pid} -\n`);
  const release = lockDirectory(directory);
  expect(readFileSync(join(directory, 'easel.pid'), 'utf8')).toMatch(`${process.pid} `);
  release();
});

it.runIf(existsSync('/proc/self/stat'))('is taken over from a process whose id somebody else has now', () => {
  const directory = join(parent, 'reused');
  lockDirectory(directory)();
  writeFileSync(join(directory, 'easel.pid'), `${process.pid} some-other-boot/1\n`);
  lockDirectory(directory)();
});

it('is not given back by who lost it', () => {
  const directory = join(parent, 'lost');
  const release = lockDirectory(directory);
  writeFileSync(join(directory, 'easel.pid'), '1 somebody\n');
  release();
  expect(existsSync(join(directory, 'easel.pid'))).toBe(true);
});

it('says why a directory can’t be had at all', () => {
  writeFileSync(join(parent, 'file'), '');
  expect(() => lockDirectory(join(parent, 'file'))).toThrow(/data directory .*file can't be used: /);
});
