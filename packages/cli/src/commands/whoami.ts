import { command } from '../frame/command.ts';
import { say } from '../frame/terminal.ts';
import { columnsOf } from '../output/plain-rows.ts';
import { connect } from '../session/connect.ts';
import { lifeInWords, rememberLife, tokenLife } from '../session/token-life.ts';

export default command({
  words: ['whoami'],
  summary: 'Who you are, where, with what kind of token, and until when it lives',
  options: {},
  examples: [
    { line: 'easel whoami', what: 'before something that changes a lot' },
    { line: 'easel whoami --profile test --json', what: 'for a script' },
  ],
  async run(input) {
    const session = await connect(input);
    const { canvas, target } = session;
    const me = await canvas.call('GET /api/v1/users/{id}', { path: { id: 'self' } });
    const life = await tokenLife(session);
    await rememberLife(input.terminal.env, target, life);
    if (input.options.json) {
      const who = { id: me.id, name: me.name, login_id: me.login_id ?? null };
      const { kind, until, renews, clientId } = life;
      const token = { token_kind: kind, token_until: until, token_renews: renews, client_id: clientId };
      const where = { url: canvas.origin, profile: target.profile ?? null, test: target.test };
      say(input.terminal, JSON.stringify({ ...who, ...where, ...token }));
      return undefined;
    }
    const from = target.profile === undefined ? 'CANVAS_URL, CANVAS_TOKEN' : `profile ${target.profile}`;
    for (const line of columnsOf([
      ['who', `${me.name} (id ${me.id}${me.login_id ? `, login ${me.login_id}` : ''})`],
      ['where', `${canvas.origin} (${from}${target.test ? ', a test' : ''})`],
      ['token', lifeInWords(life)],
    ])) {
      say(input.terminal, line);
    }
    return undefined;
  },
});
