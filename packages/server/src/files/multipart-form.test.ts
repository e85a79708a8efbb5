import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenForm, type FilePart, readFileForm } from './multipart-form.ts';

const BOUNDARY = '--b';
const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

async function collect({ fields, contentType, bytes }: FilePart) {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return { fields: Object.fromEntries(fields), contentType, file: Buffer.concat(chunks).toString('latin1') };
}

/** Cuts a body into chunks of the sizes given, over and over. */
function inChunks(body: string, sizes: number[]): Readable {
  const bytes = Buffer.from(body, 'latin1');
  const chunks: Buffer[] = [];
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = sizes[n % sizes.length] as number;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return Readable.from(chunks, { objectMode: true });
}

const read = (body: string, sizes = [1_000_000], contentType = headers['content-type']) =>
  readFileForm(inChunks(body, sizes), { 'content-type': contentType }, (name) => name === 'file', collect);

const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (bytes: string, more = '\r\nContent-Type: text/plain') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a;b=\\"c\\".txt"${more}\r\n\r\n${bytes}\r\n`;
const END = `--${BOUNDARY}--\r\n`;

describe('readFileForm', () => {
  it('gives the fields and the file, however the body is cut', async () => {
    // Much that looks like the beginning of a boundary.
    const alphabet = fc.constantFrom('\r', '\n', '-', 'b', 'x', '\0', '\xff');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: alphabet, maxLength: 200 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (bytes, sizes) => {
          fc.pre(!bytes.includes(`\r\n--${BOUNDARY}`) && !`\r\n${bytes}`.startsWith(`\r\n--${BOUNDARY}`));
          expect(await read(field('key', 'a/b') + field('empty', '') + file(bytes) + END, sizes)).toEqual({
            fields: { key: 'a/b', empty: '' },
            contentType: 'text/plain',
            file: bytes,
          });
        },
      ),
    );
  });

  it('takes quoted boundaries, other cases, preambles, padding, parts without a type', async () => {
    const body = `preamble\r\n${file('x', '').replace('Content-Disposition', 'content-disposition').replace(`--${BOUNDARY}`, `--${BOUNDARY}  `)}${END}`;
    for (const contentType of [
      `multipart/form-data; boundary="${BOUNDARY}"`,
      `Multipart/Form-Data; charset=utf-8; Boundary=${BOUNDARY}`,
    ]) {
      expect(await read(body, [7], contentType)).toMatchObject({ file: 'x', contentType: undefined });
    }
  });

  it('reads values as UTF-8', async () => {
    const value = Buffer.from('Straße').toString('latin1');
    expect((await read(field('name', value) + file('x') + END)).fields).toEqual({ name: 'Straße' });
  });

  it('stops at the end of the file: what comes after it is not read', async () => {
    expect(await read(`${field('a', '1')}${file('x')}${field('b', '2')}`)).toMatchObject({
      fields: { a: '1' },
    });
  });

  it.each([
    ['no body', ''],
    ['no boundary in the body', 'hello'],
    ['no file', field('a', '1') + END],
    ['a field that doesn’t end', field('a', '1').slice(0, -8)],
    ['a file that doesn’t end', (field('a', '1') + file('xyz')).slice(0, -2)],
    ['headers that don’t end', `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"`],
    ['a field that is too long', field('a', 'x'.repeat(100_000)) + file('x') + END],
    ['too many fields', field('a', '1').repeat(200) + file('x') + END],
  ])('refuses %s', async (_, body) => {
    await expect(read(body, [50_000])).rejects.toThrow(BrokenForm);
  });

  it.each(['', 'application/json', 'multipart/form-data', 'multipart/form-data; boundary='])(
    'refuses the type %j',
    async (contentType) => {
      await expect(read(file('x') + END, [100], contentType)).rejects.toThrow(BrokenForm);
    },
  );

  it('passes on what whoever takes the file throws', async () => {
    const refusing = readFileForm(
      inChunks(file('x') + END, [10]),
      headers,
      () => true,
      async () => {
        throw new RangeError('full');
      },
    );
    await expect(refusing).rejects.toThrow(RangeError);
  });
});
