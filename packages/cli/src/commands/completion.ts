import { scriptFor, shells } from '../completion/scripts.ts';
import { command } from '../frame/command.ts';
import { UsageError } from '../frame/failure.ts';
import { say } from '../frame/terminal.ts';

export default command({
  words: ['completion'],
  summary: 'A script that lets a shell complete commands, options and their values by the Tab key',
  arguments: [{ name: 'SHELL', summary: shells.join(', '), choices: shells }],
  options: {},
  examples: [
    { line: 'source <(easel completion bash)', what: 'in ~/.bashrc' },
    { line: 'source <(easel completion zsh)', what: 'in ~/.zshrc, below compinit' },
    { line: 'easel completion fish > ~/.config/fish/completions/easel.fish', what: 'once' },
  ],
  async run({ args: [shell = ''], terminal }) {
    const script = scriptFor(shell);
    if (script === undefined) throw new UsageError(`SHELL is one of ${shells.join(', ')}`);
    say(terminal, script);
    return undefined;
  },
});
