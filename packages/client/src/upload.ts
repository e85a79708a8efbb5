import type { JsonValue, OperationId } from '@easel/contract';
import type { CallOptions, Canvas } from './canvas.ts';
import { CountedFile } from './counted-file.ts';
import { CanvasError } from './errors/canvas-error.ts';
import { errorOf } from './errors/of-answer.ts';
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.ts';
import { ValidationError } from './errors/validation-error.ts';
import { waitForProgress } from './progress.ts';
import type { AnswerOf, IdKind, Params, PathOf, WithPath } from './types.ts';

/** The operations that begin an upload; all of them go on in the same way. */
export type UploadOperationId = Extract<OperationId, `POST ${string}/files`>;

/** Canvas's File, as the last step answers it. */
export type UploadedFile<Ids extends IdKind = 'string'> = AnswerOf<'GET /api/v1/files/{id}', Ids>;

export type UploadOptions<Op extends UploadOperationId> = WithPath<Op> & {
  /** The contents; in Node, `fs.openAsBlob(path)` reads a file as it is sent. */
  readonly file?: Blob;
  /** Instead of `file`: where Canvas fetches the contents itself. */
  readonly url?: string;
  /** What the file is to be called; default: the name of a `File`. */
  readonly name?: string;
  /** Default: the type of the `Blob`, or what Canvas makes of the name. */
  readonly contentType?: string;
  /** `parent_folder_path`, `on_duplicate` and what else the operation takes. */
  readonly params?: CallOptions<Op>['params'];
  /** Bytes sent and their sum. Browsers don't say what is on its way: there it is called at both ends only. */
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/** What the first step answers: where the contents go, and what must go with them. */
interface UploadTicket {
  readonly upload_url?: string;
  readonly upload_params?: Readonly<Record<string, JsonValue>>;
  readonly file_param?: string;
  /** Of storages that can't lead back to Canvas by themselves. */
  readonly success_url?: string;
  readonly progress?: { readonly id: string | number };
}

/**
 * Uploads a file in Canvas's three steps: announce it, send it to where Canvas says (without the token), confirm it.
 * @returns the File
 * @throws CanvasError when one of the steps fails; JobFailedError when Canvas can't fetch the `url`
 */
export async function upload<Op extends UploadOperationId, Ids extends IdKind>(
  canvas: Canvas<Ids>,
  operation: Op,
  options: UploadOptions<Op>,
): Promise<UploadedFile<Ids>> {
  const { file, signal } = options;
  const ticket = await announce(canvas, operation, options);
  if (ticket.upload_url === undefined) return fetchedFile(canvas, ticket, signal);

  const uploadUrl = new URL(ticket.upload_url, canvas.origin);
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.upload_params ?? {})) form.append(name, String(value));
  // Storages take nothing that comes after the file.
  if (file) form.append(ticket.file_param ?? 'file', named(file, options));

  const sent = await canvas.sendElsewhere(uploadUrl, { method: 'POST', body: form, signal });
  if (file) options.onProgress?.(file.size, file.size);
  if (ticket.progress) {
    await refuse(sent, uploadUrl);
    return fetchedFile(canvas, ticket, signal);
  }
  return confirm(canvas, sent, uploadUrl, ticket, signal);
}

async function announce<Op extends UploadOperationId>(
  canvas: Canvas<IdKind>,
  operation: Op,
  options: UploadOptions<Op>,
): Promise<UploadTicket> {
  const { file, url, name = nameOf(file, url), contentType = file?.type } = options;
  const call = {
    path: options.path as PathOf<UploadOperationId>,
    params: {
      ...(options.params as Params | undefined),
      name,
      ...(file && { size: file.size }),
      ...(contentType && { content_type: contentType }),
      ...(url !== undefined && { url }),
      ...(redirectsAreHidden() && { no_redirect: true }),
    },
    signal: options.signal,
  };
  return (await canvas.call(operation, ...([call] as never))) as UploadTicket;
}

/** Browsers show scripts nothing of a redirect that isn't followed, so there Canvas is asked for none. */
const redirectsAreHidden = () => 'document' in globalThis;

function nameOf(file: Blob | undefined, url: string | undefined): string {
  const fromUrl = url === undefined ? undefined : new URL(url).pathname.split('/').at(-1);
  const name = file instanceof File ? file.name : fromUrl && decodeURIComponent(fromUrl);
  if (!name) throw new TypeError('The file needs a name');
  return name;
}

function named<Op extends UploadOperationId>(file: Blob, options: UploadOptions<Op>): File {
  const { name = nameOf(file, undefined), contentType = file.type, onProgress } = options;
  return new CountedFile(file, name, contentType, onProgress);
}

/** The third step: the storage leads back to Canvas by a redirect, or by the `Location` of what was created. */
async function confirm<Ids extends IdKind>(
  canvas: Canvas<Ids>,
  sent: Response,
  uploadUrl: URL,
  ticket: UploadTicket,
  signal: AbortSignal | undefined,
): Promise<UploadedFile<Ids>> {
  await refuse(sent, uploadUrl);
  const url = confirmationUrl(canvas, sent, uploadUrl, ticket);
  if (!url) {
    throw new UnexpectedAnswerError({
      ...step(uploadUrl),
      status: sent.status,
      messages: ['the storage took the file, but did not say how to confirm it'],
    });
  }
  try {
    return (await canvas.raw<UploadedFile<Ids>>('GET', url.href, { signal })).body;
  } catch (error) {
    const file = error instanceof ValidationError && (await confirmedBefore(canvas, url, signal));
    if (file) return file;
    throw error;
  }
}

/**
 * An upload is confirmed once; when that answer got lost, a second try is refused though the file is there.
 * @returns the file, if so
 */
async function confirmedBefore<Ids extends IdKind>(
  canvas: Canvas<Ids>,
  { pathname }: URL,
  signal: AbortSignal | undefined,
): Promise<UploadedFile<Ids> | undefined> {
  const id = /^\/api\/v1\/files\/([\d~]+)\/create_success$/.exec(pathname)?.[1];
  if (id === undefined) return undefined;
  try {
    const { body } = await canvas.raw<UploadedFile<Ids> & { upload_status?: string }>(
      'GET',
      `/api/v1/files/${id}`,
      { signal },
    );
    return body.upload_status === 'success' ? body : undefined;
  } catch (error) {
    if (error instanceof CanvasError) return undefined;
    throw error;
  }
}

/**
 * Where the storage leads, if that is back to Canvas. S3 that was asked for no redirect names its own object instead;
 * then the way back is among the parameters that it was sent.
 */
function confirmationUrl(
  canvas: Canvas<IdKind>,
  sent: Response,
  uploadUrl: URL,
  { success_url, upload_params }: UploadTicket,
): URL | undefined {
  const location = sent.headers.get('location');
  const led = location === null ? undefined : new URL(location, uploadUrl);
  if (led?.origin === canvas.origin) return led;
  const known = success_url ?? upload_params?.['success_url'];
  return typeof known === 'string' ? new URL(known, canvas.origin) : led;
}

/** @throws CanvasError unless the storage accepted what was sent */
async function refuse(sent: Response, uploadUrl: URL): Promise<void> {
  const body = await sent.text();
  if (sent.status < 400) return;
  throw errorOf(step(uploadUrl), {
    status: sent.status,
    headers: sent.headers,
    body,
    throttled: false,
    retryAfterMs: undefined,
  });
}

/** The query of an upload URL is what opens it, so errors leave it out. */
const step = (url: URL) => ({ method: 'POST', url: url.origin + url.pathname });

/** Of an upload by URL: the job that fetches the contents ends with the id of the file. */
async function fetchedFile<Ids extends IdKind>(
  canvas: Canvas<Ids>,
  { progress }: UploadTicket,
  signal: AbortSignal | undefined,
): Promise<UploadedFile<Ids>> {
  if (!progress) throw new TypeError('An upload needs a file or a url');
  const { results } = await waitForProgress(canvas, progress, { signal });
  const id = results?.['id'] as string | number;
  const { body } = await canvas.raw<UploadedFile<Ids>>('GET', `/api/v1/files/${id}`, { signal });
  return body;
}
