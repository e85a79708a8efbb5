/** Bodies as parameters: JSON, urlencoded and multipart, by the rules of rack-params.ts. */
import BusboyModule from '@fastify/busboy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../errors.ts';
import {
  emptyParams,
  nestParams,
  ParameterError,
  parseJsonBody,
  parseQueryString,
  type RackParams,
  UploadedFile,
} from './rack-params.ts';

const Busboy = BusboyModule.Busboy;

const uploaded = new WeakMap<FastifyRequest, ReadonlyMap<string, UploadedFile>>();

/** Among the files: a body that is no form but a file itself (`curl -H 'Content-Type: text/csv' --data-binary …`). */
export const WHOLE_BODY = '';

/** The files of a form by the names of their parts. They are held in memory: together with the fields they are no
 * larger than a body may be. What is larger goes the way of an upload in three steps. */
export const uploadedFiles = (request: FastifyRequest): ReadonlyMap<string, UploadedFile> =>
  uploaded.get(request) ?? new Map();

/** Teaches Fastify to hand every kind of body on as nested, uncoerced parameters. */
export function registerBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>(
    /^application\/(?:[\w.+-]+\+)?json/,
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => parseJsonBody(text),
  );
  app.addContentTypeParser<string>(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => nestParams(parseQueryString(text)),
  );
  app.addContentTypeParser('multipart/form-data', readMultipart);
  // Rails gives an action no parameters from a body whose type it doesn't know; so does this.
  app.addContentTypeParser<Buffer>(
    '*',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, bytes: Buffer) => {
      const contentType = request.headers['content-type'] ?? '';
      uploaded.set(request, new Map([[WHOLE_BODY, { filename: '', contentType, bytes }]]));
      return emptyParams();
    },
  );
}

/** The fields of a form; its files are noted beside them. */
function readMultipart(request: FastifyRequest, payload: NodeJS.ReadableStream): Promise<RackParams> {
  const limit = request.routeOptions.bodyLimit;
  return new Promise((resolve, reject) => {
    const pairs: [string, string][] = [];
    const files = new Map<string, UploadedFile>();
    let bytes = 0;
    const fail = (error: Error) => {
      payload.unpipe();
      payload.resume();
      reject(error);
    };
    try {
      const busboy = new Busboy({
        headers: request.headers as { 'content-type': string },
        limits: { fieldSize: limit, fields: 4096, fileSize: limit },
      });
      busboy.on('field', (name: string, value: string) => pairs.push([name, value]));
      busboy.on(
        'file',
        (
          name: string,
          stream: NodeJS.ReadableStream,
          filename: string,
          _encoding: string,
          contentType: string,
        ) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            // A browser sends an empty part for a field that nobody filled in.
            if (filename)
              files.set(name, new UploadedFile({ filename, contentType, bytes: Buffer.concat(chunks) }));
          });
        },
      );
      busboy.on('error', (error: unknown) => fail(new ParameterError((error as Error).message)));
      busboy.on('finish', () => {
        try {
          uploaded.set(request, files);
          resolve(nestParams(pairs));
        } catch (error) {
          reject(error);
        }
      });
      payload.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > limit) fail(tooLarge);
      });
      payload.on('error', fail);
      payload.pipe(busboy);
    } catch (error) {
      fail(new ParameterError((error as Error).message));
    }
  });
}

const tooLarge = new Refusal(413, { errors: [{ message: 'Request body is too large' }] });
