import { command } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { say } from '../frame/terminal.ts';
import { chosenName, readProfiles, writeProfiles } from '../session/profiles.ts';
import { storeNamed, tokenKey } from '../session/token-stores.ts';

export default command({
  words: ['logout'],
  summary: 'Forget a profile and its token on this machine',
  details: 'Canvas itself still takes the token, until it ends or is deleted at URL/profile/settings.',
  options: {},
  examples: [{ line: 'easel logout --profile test', what: 'forget one of several' }],
  async run({ options, terminal }) {
    const profiles = await readProfiles(terminal.env);
    const name = chosenName(profiles, options.profile, terminal.env);
    const profile =
      name !== undefined && Object.hasOwn(profiles.named, name) ? profiles.named[name] : undefined;
    if (name === undefined || !profile)
      throw new UsageError('There is no such profile', 'easel profiles list');

    const store = await storeNamed(profile.tokenIn, terminal.env);
    await store?.remove(tokenKey(name, profile.url));
    const { [name]: _, ...named } = profiles.named;
    const current = profiles.current === name ? Object.keys(named)[0] : profiles.current;
    await writeProfiles(terminal.env, { current, named });

    if (options.json) say(terminal, JSON.stringify({ forgotten: name, current: current ?? null }));
    else
      say(terminal, `Forgot ${name} (${profile.url}); ${profile.url}/profile/settings ends the token itself`);
    return undefined;
  },
});
