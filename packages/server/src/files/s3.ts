/**
 * Files in an S3-compatible store. Clients send the bytes straight to it by a presigned POST, and fetch them by a
 * presigned GET, so that they never pass through the server.
 */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { MultipartUpload } from './multipart-upload.ts';
import {
  type Announced,
  type ByteRange,
  ContentGone,
  type DirectStorage,
  MAX_FILE_BYTES,
  type Presentation,
  type Stored,
} from './storage.ts';

/** How long Canvas lets a client begin to send what it announced. */
const TICKET_SECONDS = 30 * 60;
const ADDRESS_SECONDS = 24 * 60 * 60;

export interface S3Options {
  bucket: string;
  region: string;
  /** Of a store that isn't Amazon's: `https://minio.example.edu`. */
  endpoint?: string | undefined;
  /** Before every key: `easel/`. */
  prefix: string;
  /** Canvas's reading of `bucket.host` and `host/bucket`; stores of one's own know the second alone. */
  pathStyle: boolean;
}

export class S3Storage implements DirectStorage {
  readonly kind = 's3';
  readonly #client: S3Client;
  readonly #options: S3Options;

  /** Credentials are found as by every AWS tool: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, a role. */
  constructor(options: S3Options) {
    this.#options = options;
    this.#client = new S3Client({
      region: options.region,
      ...(options.endpoint && { endpoint: options.endpoint }),
      forcePathStyle: options.pathStyle,
      // Older stores don't know the checksums that the SDK would add by itself.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /** @throws Error where the bucket can't be used */
  async check(): Promise<void> {
    await this.#client.send(new ListObjectsV2Command({ Bucket: this.#options.bucket, MaxKeys: 1 }));
  }

  async announce({ id, filename, contentType, successUrl, noRedirect }: Announced) {
    // Canvas's keys, made unguessable: a ticket opens one key alone, and no key is used twice.
    const key = `${this.#options.prefix}attachments/${id}/${randomUUID()}/${filename.replaceAll('+', ' ')}`;
    // Each of these is also a condition of the policy.
    const fields = {
      Filename: filename,
      acl: 'private',
      ...(noRedirect
        ? { success_action_status: '201', success_url: successUrl }
        : { success_action_redirect: successUrl }),
      ...(contentType !== 'unknown/unknown' && { 'content-type': contentType }),
    };
    const post = await createPresignedPost(this.#client, {
      Bucket: this.#options.bucket,
      Key: key,
      Fields: fields,
      Conditions: [['content-length-range', 0, MAX_FILE_BYTES]],
      Expires: TICKET_SECONDS,
    });
    return {
      ticket: { upload_url: post.url, upload_params: inCanvasForm(post.fields), file_param: 'file' },
      key,
    };
  }

  async arrived(key: string): Promise<Stored | undefined> {
    try {
      const head = await this.#client.send(new HeadObjectCommand(this.#at(key)));
      return {
        key,
        size: head.ContentLength ?? 0,
        tag: (head.ETag ?? key).replaceAll('"', ''),
        contentType: head.ContentType,
      };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async store(
    bytes: AsyncIterable<Buffer>,
    { maxBytes = MAX_FILE_BYTES, contentType }: { maxBytes?: number; contentType?: string } = {},
  ): Promise<Stored> {
    const key = `${this.#options.prefix}attachments/${randomUUID()}`;
    const upload = await MultipartUpload.begin(this.#client, {
      ...this.#at(key),
      ...(contentType && { ContentType: contentType }),
    });
    const { size, tag } = await upload.send(bytes, maxBytes);
    return { key, size, tag };
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({
          ...this.#at(key),
          ...(range && { Range: `bytes=${range.start}-${range.end}` }),
        }),
      );
      return Body as Readable;
    } catch (error) {
      if (isMissing(error)) throw new ContentGone(key);
      throw error;
    }
  }

  async addressOf(key: string, { contentType, disposition }: Presentation): Promise<string> {
    const command = new GetObjectCommand({
      ...this.#at(key),
      ResponseContentType: contentType,
      ResponseContentDisposition: disposition,
    });
    return await getSignedUrl(this.#client, command, { expiresIn: ADDRESS_SECONDS });
  }

  async readDerived(key: string, variant: string): Promise<Buffer | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#at(derivedKey(key, variant))));
      return Body && Buffer.from(await Body.transformToByteArray());
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async writeDerived(key: string, variant: string, bytes: Buffer): Promise<void> {
    await this.#client.send(new PutObjectCommand({ ...this.#at(derivedKey(key, variant)), Body: bytes }));
  }

  async remove(key: string): Promise<void> {
    const keys = [key];
    for await (const { key: derived } of this.#objects(derivedKey(key, ''))) keys.push(derived);
    await this.#removeAll(keys);
  }

  async sweep(held: (keys: string[]) => Promise<ReadonlySet<string>>, graceSeconds: number): Promise<number> {
    const before = Date.now() - graceSeconds * 1000;
    let removed = 0;
    for await (const page of this.#pages(`${this.#options.prefix}attachments/`)) {
      const old = page.filter(({ modified }) => modified <= before).map(({ key }) => key);
      // A thumbnail stands and falls with what it was made from.
      const inUse = await held([...new Set(old.map(sourceOf))]);
      const garbage = old.filter((key) => !inUse.has(sourceOf(key)));
      if (garbage.length > 0) await this.#removeAll(garbage);
      removed += garbage.length;
    }
    return removed;
  }

  async *#objects(prefix: string) {
    for await (const page of this.#pages(prefix)) yield* page;
  }

  async *#pages(prefix: string): AsyncGenerator<{ key: string; modified: number }[]> {
    let next: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({ Bucket: this.#options.bucket, Prefix: prefix, ContinuationToken: next }),
      );
      yield (page.Contents ?? []).map(({ Key = '', LastModified }) => ({
        key: Key,
        modified: LastModified?.getTime() ?? Date.now(),
      }));
      next = page.NextContinuationToken;
    } while (next);
  }

  async #removeAll(keys: readonly string[]): Promise<void> {
    await this.#client.send(
      new DeleteObjectsCommand({
        Bucket: this.#options.bucket,
        Delete: { Objects: keys.map((Key) => ({ Key })), Quiet: true },
      }),
    );
  }

  #at = (key: string) => ({ Bucket: this.#options.bucket, Key: key });
}

/** Stores read these names whatever their case; Canvas writes them small, and leaves the bucket to the address. */
function inCanvasForm({ bucket: _, ...fields }: Record<string, string>): Record<string, string> {
  const small = (name: string) => (name.startsWith('X-Amz-') ? name.toLowerCase() : name);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [small(name), value]));
}

const DERIVED = '.derived-';
const derivedKey = (key: string, variant: string) => key + DERIVED + variant.replace(/[^\w]/g, '_');
const sourceOf = (key: string) => key.split(DERIVED, 1)[0] as string;

const isMissing = (error: unknown): boolean =>
  error instanceof NotFound || error instanceof NoSuchKey || (error as Error).name === 'NotFound';
