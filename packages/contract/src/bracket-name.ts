/** One step into a parameter: a fixed key, any key the caller chooses, or the next element of a list. */
export type Step = { readonly kind: 'key'; readonly key: string } | typeof anyKey | typeof nextElement;

export const anyKey = { kind: 'any-key' } as const;
export const nextElement = { kind: 'next-element' } as const;

/** `<student_id>` in most places; `X` and `*` in a few older ones. */
const placeholder = /^(<.+>|X|\*)$/;

/**
 * Splits a documented parameter name: `a[b][]`, `a[][k]`, `a[<X>][k]`.
 * The part before the first bracket is always a fixed key.
 * @throws SyntaxError when brackets don't match
 */
export function parseBracketName(name: string): Step[] {
  const [, first, brackets = ''] = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name) ?? [];
  if (first === undefined) throw new SyntaxError(`Not a parameter name: ${name}`);
  const inner = brackets === '' ? [] : brackets.slice(1, -1).split('][');
  return [{ kind: 'key', key: first }, ...inner.map(stepOf)];
}

function stepOf(bracket: string): Step {
  if (bracket === '') return nextElement;
  return placeholder.test(bracket) ? anyKey : { kind: 'key', key: bracket };
}
