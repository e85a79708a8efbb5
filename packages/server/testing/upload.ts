/** Uploads in tests, by Canvas's three steps and without a socket. */
import type { Answer, Api } from './api.ts';

export interface Ticket {
  upload_url: string;
  upload_params: Record<string, string>;
  file_param: string;
}

const BOUNDARY = '----EaselTest7MA4YWxkTrZu0gW';

/** A form as browsers write it. */
export function multipart(
  fields: Record<string, string>,
  file: { param: string; name: string; type: string; bytes: Buffer | string },
): { payload: Buffer; headers: Record<string, string> } {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${file.param}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`;
  return {
    payload: Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(file.bytes),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}

export const pathOf = (url: string | undefined): string => {
  const { pathname, search } = new URL(url ?? '');
  return pathname + search;
};

/** Step 2, as whoever has the ticket. */
export function sendFile(
  anybody: Api,
  ticket: Ticket,
  bytes: Buffer | string,
  type = 'application/octet-stream',
): Promise<Answer> {
  const file = { param: ticket.file_param, name: 'local.bin', type, bytes };
  return anybody.send('POST', pathOf(ticket.upload_url), multipart(ticket.upload_params, file));
}

/**
 * All three steps.
 * @param api who uploads; nobody needs to be him for step 2
 * @returns the answer of the first step that fails, else the third's
 */
export async function upload(
  api: Api,
  path: string,
  params: Record<string, unknown>,
  bytes: Buffer | string = 'contents',
): Promise<Answer> {
  const announced = await api.post(path, params);
  if (announced.status !== 200) return announced;
  const sent = await sendFile(api, announced.body, bytes);
  return sent.status === 302 ? await api.send('GET', pathOf(sent.headers['location'])) : sent;
}
