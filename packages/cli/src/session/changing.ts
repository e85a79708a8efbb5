import type { OptionTable } from '../frame/command.ts';
import { EXIT } from '../frame/exit-codes.ts';
import { Failure } from '../frame/failure.ts';
import type { Terminal } from '../frame/terminal.ts';
import { askYesNo } from './ask.ts';
import type { Session } from './connect.ts';

/** Of every command that changes something in Canvas. */
export const changingOptions = {
  'dry-run': { type: 'flag', summary: 'print the calls, also as curl, and send nothing' },
  yes: { type: 'flag', short: 'y', summary: 'do not ask before a change' },
} as const satisfies OptionTable;

/**
 * Asks before a change unless the profile is marked as a test, or `--yes` was given.
 * @param what `PUT /api/v1/courses/42`
 * @throws Failure when the answer is no, or when there is nobody to ask
 */
export async function confirmChange(
  terminal: Terminal,
  { target, canvas }: Session,
  { what, yes }: { what: string; yes: boolean },
): Promise<void> {
  if (yes || target.test) return;
  const whose = target.profile === undefined ? 'by CANVAS_URL' : `profile ${target.profile}`;
  const answer = await askYesNo(terminal, `This changes ${canvas.origin} (${whose}): ${what}. Go on?`);
  if (answer === true) return;
  throw new Failure(
    answer === false ? 'Not done' : `${what} changes ${canvas.origin}, and nobody is here to confirm it`,
    {
      exitCode: EXIT.notConfirmed,
      hint:
        answer === false
          ? undefined
          : '--yes goes on without asking, --dry-run shows the call, `easel login --test` marks a profile as a test',
    },
  );
}
