/** Reads a multipart form with one file as it comes: the fields first, then the file, never all of it at once. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import BusboyModule from '@fastify/busboy';

const Busboy = BusboyModule.Busboy;

/** The form is no form, or breaks off. */
export class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
}

export interface FilePart {
  /** The fields that came before the file. */
  fields: ReadonlyMap<string, string>;
  /** As the client called it; empty where it didn't. */
  filename: string;
  contentType: string;
  bytes: Readable;
}

/** Fields of a form with a ticket in it: a policy is the longest of them. */
const LIMITS = { fields: 100, fieldSize: 64 * 1024, parts: 101, files: 1 };

/**
 * Hands the file over while it arrives. What comes after it is not looked at.
 * @param isFile whether a part of this name is the file; browsers leave the file name out of what isn't chosen
 * @returns what `take` returns
 * @throws BrokenForm where the form is none, has no file, or ends before its end; whatever `take` throws
 */
export async function readFileForm<T>(
  body: Readable,
  headers: IncomingHttpHeaders,
  isFile: (name: string) => boolean,
  take: (part: FilePart) => Promise<T>,
): Promise<T> {
  const fields = new Map<string, string>();
  return await new Promise<T>((resolve, reject) => {
    let parser: InstanceType<typeof Busboy>;
    let taking: Promise<T> | undefined;
    let file: Readable | undefined;
    const fail = (error: Error) => {
      file?.destroy(error);
      body.unpipe(parser);
      body.resume();
      // Whoever takes the bytes fails with them, and says so once he has cleaned up.
      if (taking) taking.then(resolve, reject);
      else reject(error);
    };
    try {
      parser = new Busboy({
        headers: headers as { 'content-type': string },
        limits: LIMITS,
        highWaterMark: 1024 * 1024,
        fileHwm: 1024 * 1024,
        isPartAFile: (name, _type, filename) => filename !== undefined || isFile(name ?? ''),
      });
    } catch (error) {
      return reject(new BrokenForm((error as Error).message));
    }
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (name, stream, filename, _encoding, contentType) => {
      // Whoever reads it hears of its failure; an error that nobody listened for would end the process.
      stream.on('error', () => {});
      if (!isFile(name)) return void stream.resume();
      file = stream;
      taking = take({ fields, filename: filename ?? '', contentType, bytes: stream });
      taking.catch((error: Error) => fail(error));
    });
    parser.on('error', (error: unknown) => fail(new BrokenForm((error as Error).message)));
    parser.on('finish', () => {
      if (taking) taking.then(resolve, reject);
      else reject(new BrokenForm('the form has no file'));
    });
    body.on('error', (error) => fail(new BrokenForm(error.message)));
    body.on('aborted', () => fail(new BrokenForm('the connection broke off')));
    body.pipe(parser);
  });
}
