/** `EASEL_FILES`: a directory, or `s3://bucket?region=…&endpoint=…&prefix=…`. */
import { DiskStorage } from './disk.ts';
import { type S3Options, S3Storage } from './s3.ts';
import type { FileStorage } from './storage.ts';

/** Why a storage can't be used, for whoever chose it. */
export class StorageUnusable extends Error {
  override readonly name = 'StorageUnusable';
}

const PARAMETERS = ['region', 'endpoint', 'prefix', 'path-style'];

/** @throws StorageUnusable for what names no storage */
export function parseS3(text: string): S3Options {
  const refuse = (why: string): never => {
    throw new StorageUnusable(`"${text}" ${why}; write s3://bucket?region=…&endpoint=…&prefix=…`);
  };
  if (!URL.canParse(text)) refuse('is no address');
  const { hostname: bucket, pathname, searchParams } = new URL(text);
  if (!bucket) refuse('names no bucket');
  for (const name of searchParams.keys()) if (!PARAMETERS.includes(name)) refuse(`has a parameter "${name}"`);
  const endpoint = searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !/^https?:\/\//.test(endpoint)) {
    refuse('has an endpoint without http:// or https://');
  }
  const prefix = searchParams.get('prefix') ?? pathname.slice(1);
  return {
    bucket,
    region: searchParams.get('region') ?? process.env['AWS_REGION'] ?? 'us-east-1',
    endpoint,
    prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
    pathStyle: (searchParams.get('path-style') ?? (endpoint ? 'on' : 'off')) === 'on',
  };
}

/** @throws StorageUnusable where it can't be reached or written */
export async function openStorage(location: string): Promise<FileStorage> {
  try {
    if (!location.startsWith('s3://')) return await DiskStorage.open(location);
    const storage = new S3Storage(parseS3(location));
    await storage.check();
    return storage;
  } catch (error) {
    if (error instanceof StorageUnusable) throw error;
    throw new StorageUnusable(`can't keep files in ${location}: ${(error as Error).message}`);
  }
}
