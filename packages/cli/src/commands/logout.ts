import { command } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { reportOf } from '../frame/report.ts';
import { remark, say } from '../frame/terminal.ts';
import { printable } from '../output/printable.ts';
import { changeProfiles, chosenName, readProfiles } from '../session/profiles.ts';
import { revoke } from '../session/revoke.ts';
import { type Target, targetOf } from '../session/target.ts';
import { storeNamed, tokenKey } from '../session/token-stores.ts';

export default command({
  words: ['logout'],
  summary: 'Forget a profile and its token on this machine, and end what OAuth2 gave',
  details:
    'A sign-in with the browser is ended in Canvas too. A token that was made by hand may serve other programs: Canvas ' +
    'still takes it, until it ends or is deleted at URL/profile/settings, unless --revoke is given.',
  options: {
    revoke: { type: 'flag', summary: 'end a token that was made by hand, too' },
  },
  examples: [{ line: 'easel logout --profile test', what: 'forget one of several' }],
  async run({ options, terminal }) {
    const { env, signal } = terminal;
    const profiles = await readProfiles(env);
    const name = chosenName(profiles, options.profile, env);
    const profile =
      name !== undefined && Object.hasOwn(profiles.named, name) ? profiles.named[name] : undefined;
    if (name === undefined || !profile)
      throw new UsageError('There is no such profile', 'easel profiles list');

    const store = await storeNamed(profile.tokenIn, env);
    const target = store && (await targetOf(env, store, name, profile).catch(() => undefined));
    const ends = target !== undefined && (target.kind === 'oauth' || options.revoke);
    const trouble = ends ? await troubleWith(target, signal) : undefined;
    await store?.remove(tokenKey(name, profile.url));
    await changeProfiles(env, ({ current, named: { [name]: _, ...named } }) => ({
      current: current === name ? Object.keys(named)[0] : current,
      named,
    }));

    const { current } = await readProfiles(env);
    const revoked = ends && trouble === undefined;
    const settings = `${profile.url}/profile/settings`;
    if (trouble !== undefined) {
      remark(terminal, `easel: the token could not be ended in Canvas: ${printable(trouble)}`);
      remark(terminal, `hint: ${settings} ends it`);
    }
    if (options.json) say(terminal, JSON.stringify({ forgotten: name, revoked, current: current ?? null }));
    else {
      const what = revoked ? 'its token is ended' : `${settings} ends the token itself`;
      say(terminal, `Forgot ${name} (${profile.url}); ${what}`);
    }
    return undefined;
  },
});

/** Why it couldn't be ended: it is forgotten here all the same. */
async function troubleWith(target: Target, signal: AbortSignal): Promise<string | undefined> {
  try {
    await revoke(target, signal);
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return reportOf(error).message;
  }
}
