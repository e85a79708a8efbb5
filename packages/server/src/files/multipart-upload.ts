/** A stream of unknown length into an S3 object, part by part. */

import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { TooManyBytes } from './storage.ts';

/** At most 10,000 parts make an object, so this is enough for Canvas's 10 GB and needs little memory. */
const PART_BYTES = 8 * 1024 * 1024;

export class MultipartUpload {
  readonly #client: S3Client;
  readonly #target: { Bucket: string; Key: string; UploadId: string };

  private constructor(client: S3Client, target: { Bucket: string; Key: string; UploadId: string }) {
    this.#client = client;
    this.#target = target;
  }

  static async begin(
    client: S3Client,
    input: CreateMultipartUploadCommandInput & { Bucket: string; Key: string },
  ): Promise<MultipartUpload> {
    const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand(input));
    return new MultipartUpload(client, { Bucket: input.Bucket, Key: input.Key, UploadId });
  }

  /** Nothing is left of an upload that fails. @throws TooManyBytes */
  async send(bytes: AsyncIterable<Buffer>, maxBytes: number): Promise<{ size: number; tag: string }> {
    try {
      const parts: CompletedPart[] = [];
      let size = 0;
      for await (const part of inParts(bytes)) {
        size += part.length;
        if (size > maxBytes) throw new TooManyBytes(maxBytes);
        parts.push(await this.#sendPart(part, parts.length + 1));
      }
      const { ETag = '' } = await this.#client.send(
        new CompleteMultipartUploadCommand({ ...this.#target, MultipartUpload: { Parts: parts } }),
      );
      return { size, tag: ETag.replaceAll('"', '') };
    } catch (error) {
      await this.#client.send(new AbortMultipartUploadCommand(this.#target)).catch(() => {});
      throw error;
    }
  }

  async #sendPart(part: Buffer, number: number): Promise<CompletedPart> {
    const { ETag } = await this.#client.send(
      new UploadPartCommand({ ...this.#target, PartNumber: number, Body: part }),
    );
    return { ETag, PartNumber: number };
  }
}

/** At least one part, be it empty. */
async function* inParts(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  let sent = false;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    sent = true;
    waiting = [];
    length = 0;
  }
  if (length > 0 || !sent) yield Buffer.concat(waiting);
}
