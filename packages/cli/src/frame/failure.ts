import { EXIT, type ExitCode } from './exit-codes.ts';

/** Ends a command with a sentence for people, a code for scripts and, where there is one, a way out. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  readonly exitCode: ExitCode;
  readonly hint: string | undefined;

  constructor(message: string, options: { exitCode?: ExitCode; hint?: string | undefined } = {}) {
    super(message);
    this.exitCode = options.exitCode ?? EXIT.failed;
    this.hint = options.hint;
  }
}

/** The command line itself is wrong. The message never quotes values: one of them may be a token. */
export class UsageError extends Failure {
  override readonly name = 'UsageError';

  constructor(message: string, hint?: string) {
    super(message, { exitCode: EXIT.usage, hint });
  }
}

/** Ctrl-C, or SIGTERM. */
export class Interrupted extends Failure {
  override readonly name = 'Interrupted';

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('Interrupted', { exitCode: signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated });
  }
}

/** An error with what else is worth saying about it. */
export class WithHints extends Error {
  override readonly name = 'WithHints';
  override readonly cause: unknown;
  readonly hints: readonly string[];

  constructor(cause: unknown, hints: readonly string[]) {
    super(cause instanceof Error ? cause.message : String(cause));
    this.cause = cause;
    this.hints = hints;
  }
}
