/**
 * The scripts only hand over the words of the line; what fits is said by `easel __complete`, so there is one place that
 * knows it and nothing to renew when commands change.
 */
const scripts: Readonly<Record<string, string>> = {
  bash: `# easel: completion for bash
_easel() {
  local line
  COMPREPLY=()
  while IFS=$'\\t' read -r line _; do
    COMPREPLY+=("$line")
  done < <(easel __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [[ \${#COMPREPLY[@]} -eq 0 ]] && compopt -o default 2>/dev/null
}
complete -F _easel easel`,
  zsh: `#compdef easel
# easel: completion for zsh
_easel() {
  local -a found
  local word what
  while IFS=$'\\t' read -r word what; do
    found+=("\${word//:/\\\\:}:$what")
  done < <(easel __complete "\${(@)words[2,$CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe 'easel' found; else _files; fi
}
if [[ "$funcstack[1]" = _easel ]]; then _easel "$@"; else compdef _easel easel; fi`,
  fish: `# easel: completion for fish
function __easel_complete
  set -l words (commandline -opc)[2..-1]
  set -l found (easel __complete $words (commandline -ct) 2>/dev/null)
  if set -q found[1]
    string join \\n -- $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c easel -f -a '(__easel_complete)'`,
};

export const shells = Object.keys(scripts);

export const scriptFor = (shell: string): string | undefined =>
  Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
