import { examine } from '../doctor/examine.ts';
import { examineStore } from '../doctor/examine-store.ts';
import type { Finding } from '../doctor/finding.ts';
import { command } from '../frame/command.ts';
import { EXIT } from '../frame/exit-codes.ts';
import { say, type Terminal } from '../frame/terminal.ts';
import { printable } from '../output/printable.ts';
import { connect } from '../session/connect.ts';
import { rememberLife, tokenLife } from '../session/token-life.ts';

const SIGNS: Readonly<Record<Finding['verdict'], string>> = { ok: '✓', odd: '!', broken: '✗' };
const WIDTH = 12;

export default command({
  words: ['doctor'],
  summary: 'Look for what is wrong between here and Canvas, and say what to mend',
  details:
    'Looks at the address, the token, its kind and its life, the clock, ids, paging, and throttling. Only reads.',
  options: {},
  examples: [
    { line: 'easel doctor', what: 'when lists end early, calls are refused, or nothing goes at all' },
  ],
  async run(input) {
    const { terminal, options } = input;
    const session = await connect(input, { retry: false });
    const findings: Finding[] = [];
    const note = (finding: Finding) => {
      findings.push(finding);
      if (!options.json) print(terminal, finding);
    };
    note(await examineStore(terminal.env, session.target));
    const learnLife = async () => {
      const life = await tokenLife(session);
      await rememberLife(terminal.env, session.target, life);
      return life;
    };
    for await (const finding of examine(session, learnLife, terminal.signal)) note(finding);
    if (options.json) say(terminal, JSON.stringify(findings));
    return findings.some(({ verdict }) => verdict === 'broken') ? EXIT.failed : EXIT.ok;
  },
});

function print(terminal: Terminal, { what, verdict, found, mend }: Finding): void {
  say(terminal, `${SIGNS[verdict]} ${what.padEnd(WIDTH)} ${printable(found)}`);
  if (mend) say(terminal, `  ${''.padEnd(WIDTH)} → ${printable(mend)}`);
}
