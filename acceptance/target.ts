import { afterAll } from 'vitest';
import { makeHome, startEasel, TOKEN } from './easel-process.ts';

export interface Target {
  /** Without a slash at the end. */
  url: string;
  token: string;
}

/**
 * What the clients are pointed at: `EASEL_ACCEPTANCE_URL` with `EASEL_ACCEPTANCE_TOKEN`, or an Easel with the demo
 * institution that is started for the test file.
 */
export async function openTarget(): Promise<Target> {
  const { EASEL_ACCEPTANCE_URL: url, EASEL_ACCEPTANCE_TOKEN: token } = process.env;
  if (url && token) return { url: url.replace(/\/+$/, ''), token };
  const home = await makeHome();
  const easel = await startEasel(home);
  afterAll(async () => {
    await easel.kill();
    await home.remove();
  });
  return { url: easel.url, token: TOKEN };
}
