/**
 * Canvas ignores a parameter that it doesn't know without a word, and the caller looks for the fault
 * elsewhere. These hints name the parameter that was probably meant. They go into a header, so they are
 * one line of printable ASCII; and since values may be secret, they speak of names alone.
 */
import type { ObjectNode } from '@easel/contract';
import { documentedNames, isTakenEverywhere, namesIn, nearestName, nodeAt } from '@easel/contract/hints';

const MAX_HINT = 300;
const MAX_NAME = 60;
const MAX_EXAMPLES = 3;

/**
 * What to send in place of ignored parameters that are misspelt, nested wrongly, known under another
 * name, or written `name:value`. Undefined when there is nothing to suggest.
 *
 * @param unknown names as `coerce` reports them
 */
export function hintForUnknown(unknown: readonly string[], spec: ObjectNode): string | undefined {
  const ignored = unknown.filter((name) => !isTakenEverywhere(name));
  if (ignored.length === 0) return undefined;
  const documented = documentedNames(spec);

  const hints = ignored.flatMap((sent) => {
    // `?term_id:5` is a name without a value; only what stands before the colon is one.
    const [name = '', ...value] = sent.split(':');
    const written = value.length > 0;
    const meant = nearestName(name, documented);
    if (meant === undefined) return [];
    return `${shown(name)}${written ? ':...' : ''} is ignored: send ${shown(meant)}${written ? '=...' : ''}`;
  });
  return oneLine(hints);
}

/** That what was sent for dates was none. Undefined where all of them were. */
export function hintForUndated(undated: readonly string[]): string | undefined {
  return oneLine(undated.map((name) => `${shown(name)} is no date and counts as empty`));
}

/**
 * How to write a parameter that `coerce` refused for its shape, e.g. the fields of an object that was
 * sent as one text. Undefined when the operation doesn't document it.
 *
 * @param param its name, from `ParameterError.param`
 */
export function hintForWrongShape(param: string, spec: ObjectNode): string | undefined {
  const node = nodeAt(spec, param);
  if (!node) return undefined;
  const names = namesIn(node, param).slice(0, MAX_EXAMPLES);
  return oneLine([
    `${shown(param)} has another shape: send ${names.map((name) => `${shown(name)}=...`).join(' and ')}`,
  ]);
}

function shown(name: string): string {
  const printable = name.replace(/[^\x21-\x7e]/g, '?');
  return printable.length <= MAX_NAME ? printable : `${printable.slice(0, MAX_NAME - 3)}...`;
}

/** As many whole hints as fit. */
function oneLine(hints: readonly string[]): string | undefined {
  let line = '';
  for (const hint of hints) {
    const longer = line === '' ? hint : `${line}; ${hint}`;
    if (longer.length > MAX_HINT) break;
    line = longer;
  }
  return line === '' ? undefined : line;
}
