/** A real S3 server for tests, on this machine, with one empty bucket. */
import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** The only credentials that it knows. */
export const CREDENTIALS = { id: 'S3RVER', secret: 'S3RVER' };

export async function startS3(bucket: string): Promise<{ endpoint: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'easel-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    resetOnClose: true,
    // It leaves the slash after a bucket out of what it signs, which Amazon's own client doesn't.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: bucket, configs: [] }],
  });
  const { port } = await server.run();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

type Condition = Record<string, string> | [string, string, string] | [string, number, number];

/**
 * Holds a form against its policy as Amazon's S3 does, which the test server doesn't: the signature, and that every
 * field is allowed by a condition and every condition met.
 * @returns what is wrong
 */
export function checkPost(fields: Readonly<Record<string, string>>, bucket: string): string[] {
  const problems: string[] = [];
  const lower = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
  const policy = lower.get('policy') ?? '';
  const [, date = '', region = '', service = ''] = (lower.get('x-amz-credential') ?? '').split('/');
  const key = [date, region, service, 'aws4_request'].reduce<Buffer | string>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${CREDENTIALS.secret}`,
  );
  const signature = createHmac('sha256', key).update(policy).digest('hex');
  if (signature !== lower.get('x-amz-signature')) problems.push('the signature is wrong');

  const { conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as { conditions: Condition[] };
  const allowed = new Set(['policy', 'x-amz-signature']);
  for (const condition of conditions) {
    if (Array.isArray(condition)) {
      const [operator, name, value] = condition;
      if (operator !== 'starts-with') continue;
      const field = String(name).slice(1).toLowerCase();
      allowed.add(field);
      if (!lower.get(field)?.startsWith(String(value))) problems.push(`${field} doesn't start with ${value}`);
    } else {
      const [[name, value]] = Object.entries(condition) as [[string, string]];
      allowed.add(name.toLowerCase());
      const given = name === 'bucket' ? bucket : lower.get(name.toLowerCase());
      if (given !== value) problems.push(`${name} is ${given}, not ${value}`);
    }
  }
  for (const name of lower.keys()) if (!allowed.has(name)) problems.push(`extra input field: ${name}`);
  return problems;
}

export const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');
