import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { newMachine } from '../../testing/easel.ts';
import { commands } from '../commands/index.ts';
import { suggest } from './suggest.ts';

const words = (line: string) => suggest(commands, line.split(' '), ['prod', 'test']).map(({ word }) => word);

describe('suggest', () => {
  it.each([
    ['co', ['courses', 'completion']],
    ['courses ', ['list', 'explain-state']],
    ['courses l', ['list']],
    ['courses list --for', ['--format', '--formulas']],
    ['courses list --format x', ['xlsx']],
    ['courses list -f m', ['markdown']],
    ['courses list --format csv --for', ['--formulas']],
    ['courses list --state c', ['created', 'claimed', 'completed']],
    ['courses list --state claimed --sta', ['--state']],
    ['whoami --profile ', ['prod', 'test']],
    ['whoami -p t', ['test']],
    ['profiles use p', ['prod']],
    ['completion ', ['bash', 'zsh', 'fish']],
    ['courses list --search ', []],
    ['nothing ', []],
  ])('%s', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });
});

describe('easel completion', () => {
  it('completes in bash itself', async () => {
    const machine = await newMachine();
    const { stdout: script } = await machine.easel(['completion', 'bash']);
    const main = new URL('../main.ts', import.meta.url).pathname;
    await writeFile(machine.path('easel'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`);
    await chmod(machine.path('easel'), 0o755);
    const complete = `${script}\nCOMP_WORDS=(easel courses list --format x)\nCOMP_CWORD=4\n_easel\necho "\${COMPREPLY[@]}"`;
    const { stdout } = await promisify(execFile)('bash', ['-c', complete], {
      env: { PATH: `${machine.folder}:${process.env['PATH']}`, HOME: machine.folder },
    });
    expect(stdout).toBe('xlsx\n');
  });

  it('has a script for zsh and fish, and for no other', async () => {
    const machine = await newMachine();
    expect((await machine.easel(['completion', 'zsh'])).stdout).toMatch(/^#compdef easel/);
    expect((await machine.easel(['completion', 'fish'])).stdout).toContain('complete -c easel');
    expect((await machine.easel(['completion', 'tcsh'])).code).toBe(2);
  });
});
