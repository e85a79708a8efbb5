import type { OutgoingRequest } from '@easel/client';

export type ShownField = readonly [name: string, value: string | undefined];

/** What stands in the body, by names. Empty for JSON, which is shown whole. */
export function fieldsOf({ body, contentType }: OutgoingRequest): ShownField[] {
  if (body instanceof FormData) {
    return [...body].map(([name, value]) => [name, typeof value === 'string' ? value : `@${value.name}`]);
  }
  if (body === undefined || contentType?.includes('json')) return [];
  return body.split('&').map((field) => {
    const [name = '', value] = field.split('=');
    return [decodeURIComponent(name), value === undefined ? undefined : decodeURIComponent(value)];
  });
}

/** The call for a shell; the token stays in its variable. */
export function asCurl(request: OutgoingRequest): string {
  const { method, url, body, contentType } = request;
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    `-H "Authorization: Bearer $CANVAS_TOKEN"`,
  ];
  if (typeof body === 'string' && contentType?.includes('json')) {
    parts.push(`-H ${quoted('Content-Type: application/json')}`, `--data-binary ${quoted(body)}`);
  } else {
    for (const [name, value] of fieldsOf(request)) parts.push(flagOf(body, name, value));
  }
  return parts.join(' \\\n  ');
}

function flagOf(body: OutgoingRequest['body'], name: string, value: string | undefined): string {
  // `--data-urlencode NAME` alone would encode it as a value; a bare name needs no encoding here.
  if (value === undefined) return `--data ${quoted(name)}`;
  const isFile = body instanceof FormData && body.get(name) instanceof File;
  const flag = isFile ? '--form' : body instanceof FormData ? '--form-string' : '--data-urlencode';
  return `${flag} ${quoted(`${name}=${value}`)}`;
}

/** For POSIX shells. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
