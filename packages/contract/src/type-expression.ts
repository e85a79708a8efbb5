/** A type as Canvas's documentation spells it, e.g. `User[]`, `'a' | 'b'`, `{ count: number }`. */
export type TypeExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'array'; readonly items: TypeExpression }
  | { readonly kind: 'union'; readonly members: readonly TypeExpression[] }
  | { readonly kind: 'object'; readonly fields: readonly TypeField[] };

export interface TypeField {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeExpression;
}

const tokenPattern = /\s*('[^']*'|[A-Za-z_][\w-]*|\[\]|[|(){};:?])/y;

/**
 * Reads one type expression.
 * A leading or doubled `|` is allowed, because the documentation holds some.
 * @throws SyntaxError when the text is no type expression
 */
export function parseTypeExpression(text: string): TypeExpression {
  const tokens = tokenize(text);
  let position = 0;

  const peek = () => tokens[position];
  const accept = (token: string) => peek() === token && ++position > 0;
  const fail = (): never => {
    throw new SyntaxError(`Not a type: ${text}`);
  };
  const expect = (token: string) => accept(token) || fail();
  const next = () => tokens[position++] ?? fail();

  function union(): TypeExpression {
    while (accept('|'));
    const members = [array()];
    while (accept('|')) members.push(array());
    return members.length === 1 && members[0] ? members[0] : { kind: 'union', members };
  }

  function array(): TypeExpression {
    let type = primary();
    while (accept('[]')) type = { kind: 'array', items: type };
    return type;
  }

  function primary(): TypeExpression {
    if (accept('(')) {
      const inner = union();
      expect(')');
      return inner;
    }
    if (accept('{')) return object();
    const token = next();
    if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1) };
    return isWord(token) ? { kind: 'name', name: token } : fail();
  }

  function object(): TypeExpression {
    const fields: TypeField[] = [];
    while (!accept('}')) {
      const name = next();
      if (!isWord(name)) fail();
      const optional = accept('?');
      expect(':');
      fields.push({ name, optional, type: union() });
      accept(';');
    }
    return { kind: 'object', fields };
  }

  const type = union();
  return position === tokens.length ? type : fail();
}

const isWord = (token: string) => /^[A-Za-z_]/.test(token);

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const match = tokenPattern.exec(text);
    if (!match?.[1]) throw new SyntaxError(`Not a type: ${text}`);
    tokens.push(match[1]);
  }
  return tokens;
}
