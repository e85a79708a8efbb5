import { AuthenticationError, CanvasError, ThrottledError } from '@easel/client';
import type { SentField } from '@easel/client/explain';

/**
 * What was probably wrong with a failed call: a misspelt parameter, a SIS id without its prefix. Easel says much of it
 * itself; a real Canvas says nothing.
 * @param fields what was sent in the body, where it isn't in the URL
 */
export async function explainFailure(error: unknown, fields: readonly SentField[] = []): Promise<string[]> {
  if (!(error instanceof CanvasError) || !isAboutTheCall(error)) return [];
  const { method, url, hint, status } = error;
  const { pathname } = new URL(url);
  const operation = error.operation ?? (await operationOf(method, pathname));
  if (operation === undefined) return [];
  const { explainError, explainFields } = await import('@easel/client/explain');
  const ofPath = explainError(new CanvasError({ method, url, status, hint, operation }));
  return hint === undefined
    ? [...ofPath, ...explainFields([...queryFields(url), ...fields], operation)]
    : ofPath;
}

/** Hints for a call that went well, but in which Canvas may have ignored something. */
export async function explainCall(
  method: string,
  url: string,
  fields: readonly SentField[],
): Promise<string[]> {
  const sent = [...queryFields(url), ...fields];
  if (sent.length === 0) return [];
  const operation = await operationOf(method, new URL(url).pathname);
  if (operation === undefined) return [];
  const { explainFields } = await import('@easel/client/explain');
  return explainFields(sent, operation);
}

function isAboutTheCall(error: CanvasError): boolean {
  const { status = 0 } = error;
  return (
    status >= 400 &&
    status < 500 &&
    !(error instanceof AuthenticationError || error instanceof ThrottledError)
  );
}

function queryFields(url: string): SentField[] {
  return [...new URL(url).searchParams].map(([name, value]) => [name, value]);
}

/** The documented operation behind a method and a path: the one with the most segments that are not parameters. */
export async function operationOf(method: string, pathname: string): Promise<string | undefined> {
  const { operations } = await import('@easel/contract');
  const sent = pathname
    .replace(/\.json$/, '')
    .replace(/\/$/, '')
    .split('/');
  const fits = operations
    .filter((operation) => operation.method === method)
    .map(({ id, path }) => ({ id, segments: path.split('/') }))
    .filter(({ segments }) => segments.length === sent.length)
    .filter(({ segments }) =>
      segments.every((segment, index) => isParameter(segment) || segment === sent[index]),
    );
  const literal = ({ segments }: (typeof fits)[number]) =>
    segments.filter((segment) => !isParameter(segment)).length;
  return fits.sort((a, b) => literal(b) - literal(a))[0]?.id;
}

const isParameter = (segment: string) => segment.startsWith('{');
