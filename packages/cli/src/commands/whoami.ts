import { command } from '../frame/command.ts';
import { say } from '../frame/terminal.ts';
import { readableTime } from '../output/column.ts';
import { columnsOf } from '../output/plain-rows.ts';
import { connect } from '../session/connect.ts';
import { type TokenLife, tokenLife } from '../session/token-life.ts';

export default command({
  words: ['whoami'],
  summary: 'Who you are, where, and until when the token lives',
  options: {},
  examples: [
    { line: 'easel whoami', what: 'before something that changes a lot' },
    { line: 'easel whoami --profile test --json', what: 'for a script' },
  ],
  async run(input) {
    const { canvas, target } = await connect(input);
    const me = await canvas.call('GET /api/v1/users/{id}', { path: { id: 'self' } });
    const life = await tokenLife(canvas, target.token);
    if (input.options.json) {
      const who = { id: me.id, name: me.name, login_id: me.login_id ?? null };
      const until = life.known ? life.until : undefined;
      const profile = target.profile ?? null;
      say(
        input.terminal,
        JSON.stringify({ ...who, url: canvas.origin, profile, test: target.test, token_until: until }),
      );
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

export function lifeInWords(life: TokenLife): string {
  if (!life.known) return 'Canvas does not say until when it lives';
  const purpose = life.purpose ? ` ("${life.purpose}")` : '';
  return life.until === null
    ? `lives until it is deleted${purpose}`
    : `lives until ${readableTime(life.until)} UTC${purpose}`;
}
