/** One value that is sent under a name as it stands in a form. */
export interface SentField {
  name: string;
  value: string;
  /** `integer`, `number` and `boolean` are written without quotes in TypeScript; `file` is the name of a file. */
  kind?: string;
}

export interface Call {
  /** `https://canvas.example.edu` */
  origin: string;
  method: string;
  /** With `{name}`, as documented. */
  path: string;
  pathValues: Readonly<Record<string, string>>;
  /** The path parameter that may hold slashes; when `path` doesn't name it, it follows `path`, or is empty. */
  tail?: string | undefined;
  fields: readonly SentField[];
  /** Has pages. */
  isList: boolean;
  /** The typed client doesn't take it as it is: its parameters, or its being a list, aren't documented. */
  isRaw?: boolean;
}

/** The same call for a shell, for @easel/client, for Python. None holds a token: it is read from CANVAS_TOKEN. */
export function toCurl(call: Call): string;
export function toTypeScript(call: Call): string;
export function toPython(call: Call): string;

/** The path with its values in place; `?` stands for what is missing. */
export function fillPath(call: Pick<Call, 'path' | 'pathValues' | 'tail'>): string;

/** Whether fields go into the query; otherwise they are a form. */
export function sendsQuery(method: string): boolean;

type Nested = string | number | boolean | Nested[] | { [key: string]: Nested };
/** `a[b][]=1` → `{ a: { b: ['1'] } }`, as Rack reads a form. */
export function nest(fields: readonly SentField[]): { [key: string]: Nested };
