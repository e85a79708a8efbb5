import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { AllowList, Limits } from '@easel/client/proxy';
import { Failure, UsageError } from '../../frame/failure.ts';
import { nearest } from '../../frame/nearest.ts';
import { checkedUrl } from '../../session/connect.ts';

/** A configuration, its paths absolute. */
export interface ProxyConfig {
  readonly file: string;
  /** Undefined for the profile's own. */
  readonly canvas: string | undefined;
  readonly static: string | undefined;
  readonly publicUrl: string | undefined;
  readonly operations: AllowList;
  readonly oauth: { readonly clientId: string; readonly scopes?: readonly string[] } | undefined;
  readonly sessions: { readonly directory: string | undefined; readonly hours: number | undefined };
  readonly limits: Limits;
  /** What nobody gets, should it lie in the folder of the page. */
  readonly withheld: readonly string[];
}

/** Taken where no file is named; the first that is there. */
const USUAL = ['proxy.json', 'proxy.yml', 'proxy.yaml'];

/** @throws Failure when there is none, or it can't be read; UsageError for what is wrong in it */
export async function readConfig(named: string | undefined): Promise<ProxyConfig> {
  for (const name of named === undefined ? USUAL : [named]) {
    const text = await textOf(name);
    if (text !== undefined) return configIn(resolve(name), await parsed(name, text));
  }
  throw new Failure(`There is no ${named ?? USUAL.join(', ')} here`, { hint: 'easel proxy init writes one' });
}

async function textOf(name: string): Promise<string | undefined> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function parsed(name: string, text: string): Promise<unknown> {
  try {
    if (extname(name) === '.json') return JSON.parse(text);
    const { parse } = await import('yaml');
    return parse(text);
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : '').split('\n');
    throw new UsageError(`${name} can't be read: ${why}`);
  }
}

function configIn(file: string, content: unknown): ProxyConfig {
  const config = record('The configuration', content, [
    'canvas',
    'static',
    'publicUrl',
    'operations',
    'oauth',
    'sessions',
    'limits',
  ]);
  const beside = (path: string | undefined) =>
    path === undefined ? undefined : resolve(dirname(file), path);
  const canvas = text('canvas', config['canvas']);
  const publicUrl = text('publicUrl', config['publicUrl']);
  const sessions = record('sessions', config['sessions'] ?? {}, ['directory', 'hours']);
  const directory = beside(text('sessions.directory', sessions['directory']));
  return {
    file,
    canvas: canvas === undefined ? undefined : checkedUrl(canvas),
    static: beside(text('static', config['static'])),
    publicUrl: publicUrl === undefined ? undefined : checkedUrl(publicUrl),
    operations: operationsIn(config['operations']),
    oauth: config['oauth'] === undefined ? undefined : oauthIn(config['oauth']),
    sessions: {
      directory,
      hours: positive('sessions.hours', sessions['hours']),
    },
    limits: limitsIn(config['limits'] ?? {}),
    withheld: directory === undefined ? [file] : [file, directory],
  };
}

function oauthIn(value: unknown): ProxyConfig['oauth'] {
  if (typeof value === 'object' && value !== null && 'clientSecret' in value) {
    throw new UsageError('A secret does not belong into a file like this', 'set EASEL_PROXY_CLIENT_SECRET');
  }
  const oauth = record('oauth', value, ['clientId', 'scopes']);
  const { clientId, scopes } = oauth;
  if (typeof clientId !== 'string' && typeof clientId !== 'number') {
    throw new UsageError('oauth needs clientId: the number of the developer key');
  }
  // A number of YAML or JSON this long would have lost its last digits.
  if (typeof clientId === 'number' && !Number.isSafeInteger(clientId)) {
    throw new UsageError('oauth.clientId has to be in quotes');
  }
  return {
    clientId: String(clientId),
    ...(scopes !== undefined && { scopes: texts('oauth.scopes', scopes) }),
  };
}

/** The proxy itself knows whether they exist. */
function operationsIn(value: unknown): AllowList {
  const operations = record('operations', value ?? {});
  for (const [id, rules] of Object.entries(operations)) {
    record(`operations: ${id}`, rules ?? {}, ['params', 'path', 'cache', 'body', 'redirects']);
  }
  return Object.fromEntries(Object.entries(operations).map(([id, rules]) => [id, rules ?? {}])) as AllowList;
}

function limitsIn(value: unknown): Limits {
  const limits = record('limits', value, ['params', 'body', 'answer']);
  return Object.fromEntries(
    Object.entries(limits).map(([name, bytes]) => [name, positive(`limits.${name}`, bytes)]),
  );
}

function record(what: string, value: unknown, keys?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${what} has to be an object`);
  }
  for (const key of keys ? Object.keys(value) : []) {
    if (keys?.includes(key)) continue;
    const meant = nearest(key, keys ?? []);
    throw new UsageError(
      `${what} has no ${key}`,
      meant ? `did you mean ${meant}?` : `it has ${keys?.join(', ')}`,
    );
  }
  return value as Record<string, unknown>;
}

function text(what: string, value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw new UsageError(`${what} has to be a text`);
}

function texts(what: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new UsageError(`${what} has to be a list of texts`);
}

function positive(what: string, value: unknown): number | undefined {
  if (value === undefined || (typeof value === 'number' && value > 0)) return value;
  throw new UsageError(`${what} has to be a number above 0`);
}
