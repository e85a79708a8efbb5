/** How a name falls into its parts, as Canvas takes it apart. */

const SUFFIX = /^(sn?r\.?|senior|jn?r\.?|junior|ii|iii|iv|v|vi|esq\.?|esquire)$/i;

export interface NameParts {
  given: string | null;
  surname: string | null;
  suffix: string | null;
}

/**
 * `Ada Lovelace`, `Lovelace, Ada`, `John Doe, Jr.` → its parts.
 *
 * @param options.sortable the name is written surname first, so that `King, V` is no King the Fifth
 * @param options.priorSurname what the surname was, to find `van Gogh` again in a changed name
 */
export function nameParts(
  name: string,
  options: { sortable?: boolean; priorSurname?: string | null } = {},
): NameParts {
  const [first = '', second, ...more] = name.trim().split(/\s*,\s*/);
  const third = more.join(', ');
  let surname: string | null = second === undefined ? null : first;
  let given = second ?? first;
  let suffix: string | null = null;
  if (SUFFIX.test(third)) suffix = third;
  else if (third) given = `${given} ${third}`;
  // `John Doe, Sr.`: what stands behind the comma isn't a given name.
  if (second !== undefined && !options.sortable && !suffix && /\s/.test(first) && SUFFIX.test(given)) {
    suffix = given;
    given = first;
    surname = null;
  }
  const words = given.split(/\s+/).filter(Boolean);
  if (!suffix && words.length > 1 && SUFFIX.test(words.at(-1) as string)) suffix = words.pop() as string;
  surname ??=
    takePriorSurname(words, options.priorSurname) ?? (words.length > 1 ? (words.pop() ?? null) : null);
  return { given: words.length > 0 ? words.join(' ') : null, surname: surname || null, suffix };
}

function takePriorSurname(words: string[], prior: string | null | undefined): string | null {
  const expected = prior?.split(/\s+/).filter(Boolean) ?? [];
  if (expected.length === 0 || words.length < expected.length) return null;
  if (words.slice(-expected.length).join(' ') !== expected.join(' ')) return null;
  return words.splice(-expected.length).join(' ');
}

/** `Ada Lovelace` → `Lovelace, Ada`: what `sortable_name` is unless somebody says otherwise. */
export function sortableName(name: string, priorSortableName?: string): string {
  const priorSurname = priorSortableName ? nameParts(priorSortableName, { sortable: true }).surname : null;
  const { given, surname, suffix } = nameParts(name, { priorSurname });
  const rest = [given, suffix].filter(Boolean).join(' ');
  return surname ? `${surname}, ${rest}`.trim() : rest;
}
