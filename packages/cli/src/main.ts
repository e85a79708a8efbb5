#!/usr/bin/env node
import { commands } from './commands/index.ts';
import { run } from './frame/run.ts';
import { thisTerminal } from './frame/terminal.ts';

// Whoever read the output has gone, as `head` does: nothing is wrong, and there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await run(commands, process.argv.slice(2), thisTerminal());
