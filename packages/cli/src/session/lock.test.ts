import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Machine, newMachine } from '../../testing/easel.ts';
import { withLock } from './lock.ts';

const envOf = (machine: Machine) => ({ HOME: machine.folder });

/** A lock that somebody holds or held. */
async function leave(machine: Machine, pid: number, host = hostname()): Promise<void> {
  await mkdir(machine.configFolder, { recursive: true });
  await writeFile(join(machine.configFolder, 'x.lock'), JSON.stringify({ pid, host, id: 'another' }));
}

const deadPid = () => spawnSync('true').pid;

describe('withLock', () => {
  it('lets one in at a time, and leaves nothing behind', async () => {
    const machine = await newMachine();
    let inside = 0;
    let most = 0;
    const work = () =>
      withLock(envOf(machine), 'x', async () => {
        most = Math.max(most, ++inside);
        await sleep(5);
        inside--;
      });
    await Promise.all(Array.from({ length: 8 }, work));
    // Another name is another lock.
    await withLock(envOf(machine), 'y', work);
    expect(most).toBe(1);
    expect(await readdir(machine.configFolder)).toEqual([]);
  });

  it('is free again after a failure', async () => {
    const machine = await newMachine();
    const failing = withLock(envOf(machine), 'x', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(envOf(machine), 'x', async () => 'yes')).toBe('yes');
  });

  it('is taken over from a process that died, by one only', async () => {
    const machine = await newMachine();
    await leave(machine, deadPid());
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withLock(envOf(machine), 'x', async () => {
          most = Math.max(most, ++inside);
          await sleep(5);
          inside--;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(await readdir(machine.configFolder)).toEqual([]);
  });

  it.each([
    ['of a process that lives', process.pid, hostname()],
    ['of another machine', 1, 'elsewhere.example'],
  ])('is waited for where it is %s, until that is broken off', async (_, pid, host) => {
    const machine = await newMachine();
    await leave(machine, pid, host);
    const signal = AbortSignal.timeout(150);
    await expect(withLock(envOf(machine), 'x', async () => {}, signal)).rejects.toThrow();
    expect(await readdir(machine.configFolder)).toEqual(['x.lock']);
  });
});
