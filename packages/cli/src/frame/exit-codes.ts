/** What the process ends with. Scripts rely on them, so a number keeps its meaning for ever. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  notSignedIn: 3,
  notAllowed: 4,
  notFound: 5,
  refused: 6,
  throttled: 7,
  unreachable: 8,
  serverFault: 9,
  notConfirmed: 10,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitName = keyof typeof EXIT;
export type ExitCode = (typeof EXIT)[ExitName];

export const EXIT_MEANINGS: Readonly<Record<ExitName, string>> = {
  ok: 'done',
  failed: 'something else went wrong; `easel doctor` found something to mend',
  usage: 'the command line was wrong; nothing was sent',
  notSignedIn: 'no token, or one that Canvas does not take (401)',
  notAllowed: 'the token may not do that (403, or 401 with those words)',
  notFound: 'no such thing, or not for you to see (404)',
  refused: 'Canvas refused the values (400, 409, 422)',
  throttled: 'still throttled after all retries (429, or 403 with those words)',
  unreachable: 'no answer: address, network, certificate',
  serverFault: 'Canvas broke (5xx), or answered with something that is no API',
  notConfirmed: 'a change was not confirmed; nothing was sent',
  interrupted: 'Ctrl-C; an export to a file goes on with --resume',
  terminated: 'told to end (SIGTERM); likewise',
};
