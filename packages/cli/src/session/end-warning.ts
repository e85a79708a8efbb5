/** Says in time that a token is going to end: to people, once a day, and never where the answer goes. */
import { join } from 'node:path';
import { remark, type Terminal } from '../frame/terminal.ts';
import { configFolder, readJson, writeOwnerOnly } from './config-folder.ts';
import type { Target } from './target.ts';

const DAY_MS = 86_400_000;
/** An end is near when it is less than two weeks away. */
export const NEAR_MS = 14 * DAY_MS;
const FILE = 'warned.json';

/** How many whole days are left, where they are few; negative once it is over. */
export function fewDaysLeft(until: string | null | undefined, now = Date.now()): number | undefined {
  const left = until ? Date.parse(until) - now : Number.NaN;
  return left < NEAR_MS ? Math.floor(left / DAY_MS) : undefined;
}

/** What to do about it. */
export const anotherToken = ({ url, profile = 'default', kind }: Target): string =>
  kind === 'oauth'
    ? `easel login ${url} --oauth --profile ${profile}`
    : `make another at ${url}/profile/settings, then easel login ${url} --profile ${profile}`;

export async function warnBeforeEnd(terminal: Terminal, target: Target, asJson: boolean): Promise<void> {
  const { profile, until } = target;
  const days = fewDaysLeft(until);
  if (profile === undefined || !until || days === undefined) return;
  // A folder that can't be written must not keep anybody from working.
  if (!(await isFirstToday(terminal.env, profile).catch(() => true))) return;
  const hint = anotherToken(target);
  if (asJson) {
    const warning = { kind: 'TokenEnds', profile, until, days, hint };
    remark(terminal, JSON.stringify({ warning }));
    return;
  }
  const when =
    days < 0
      ? 'ended'
      : days === 0
        ? 'ends within a day,'
        : `ends in ${days === 1 ? 'one day' : `${days} days`},`;
  remark(
    terminal,
    `easel: the token of the profile ${profile} ${when} on ${until.slice(0, 10)}\nhint: ${hint}`,
  );
}

async function isFirstToday(env: NodeJS.ProcessEnv, profile: string): Promise<boolean> {
  const folder = configFolder(env);
  const today = new Date().toISOString().slice(0, 10);
  const stored = await readJson(join(folder, FILE)).catch(() => undefined);
  const warned = (stored ?? {}) as Readonly<Record<string, string>>;
  if (Object.hasOwn(warned, profile) && warned[profile] === today) return false;
  await writeOwnerOnly(folder, FILE, { ...warned, [profile]: today });
  return true;
}
