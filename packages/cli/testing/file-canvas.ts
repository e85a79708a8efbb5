import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { answerJson } from '../../client/testing/fake-canvas.ts';

export interface FakeFile {
  readonly id: string;
  readonly folder: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a request meets instead of its answer, when it returns true. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** As much of a Canvas as the commands for files need: folders of course 42, files, three steps, ranges. */
export class FileCanvas {
  url = '';
  /** Root first. */
  readonly folders: { id: string; name: string; parent: string | undefined }[] = [
    { id: '1', name: 'course files', parent: undefined },
  ];
  readonly files: FakeFile[] = [];
  readonly requests: { line: string; range: string | undefined; token: boolean }[] = [];
  fault: Fault = () => false;
  #announced = new Map<string, { folder: string; name: string; bytes?: Buffer }>();
  #next = 10;

  static async open(): Promise<FileCanvas> {
    const canvas = new FileCanvas();
    const server = createServer((request, response) => void canvas.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    canvas.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return canvas;
  }

  add(name: string, bytes: Buffer | string, folder = '1'): FakeFile {
    const file = { id: String(this.#next++), folder, name, bytes: Buffer.from(bytes) };
    this.files.push(file);
    return file;
  }

  addFolder(name: string, parent = '1'): string {
    const id = String(this.#next++);
    this.folders.push({ id, name, parent });
    return id;
  }

  lines(pattern: RegExp): string[] {
    return this.requests.map(({ line }) => line).filter((line) => pattern.test(line));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const line = `${method} ${decodeURIComponent(url.replace(/\?.*/, ''))}`;
    this.requests.push({ line, range: headers.range, token: headers.authorization !== undefined });
    if (this.fault(request, response)) return;
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const body = Buffer.concat(chunks);
    const [, what = '', id = '', rest = ''] =
      /^\w+ (?:\/api\/v1)?\/(\w+)\/(\d+)(?:\/(.*))?$/.exec(line) ?? [];
    const form = new URLSearchParams(body.toString('latin1'));
    switch (`${method} ${what} ${rest.replace(/\/.*/, '')}`) {
      case 'GET courses folders': {
        const names = rest.split('/').slice(2);
        let folder = this.folders[0];
        for (const name of names) {
          const parent = folder?.id;
          folder = this.folders.find((each) => each.parent === parent && each.name === name);
        }
        return folder ? answerJson(response, [folder]) : answerJson(response, {}, { status: 404 });
      }
      case 'GET folders folders':
        return answerJson(
          response,
          this.folders.filter(({ parent }) => parent === id),
        );
      case 'POST folders folders': {
        const name = Buffer.from(form.get('name') ?? '').toString();
        return answerJson(response, { id: this.addFolder(name, id), name });
      }
      case 'GET folders files':
        return answerJson(
          response,
          this.files.filter(({ folder }) => folder === id).map((file) => this.#shown(file)),
        );
      case 'POST folders files': {
        const ticket = String(this.#next++);
        this.#announced.set(ticket, { folder: id, name: form.get('name') ?? '' });
        return answerJson(response, {
          upload_url: `${this.url}/storage/${ticket}`,
          upload_params: { key: 'k' },
        });
      }
      case 'POST storage ': {
        const announced = this.#announced.get(id);
        const start = body.indexOf('\r\n\r\n', body.indexOf('name="file"')) + 4;
        if (announced) announced.bytes = body.subarray(start, body.lastIndexOf('\r\n--'));
        response.writeHead(303, { location: `${this.url}/api/v1/files/${id}/create_success` }).end();
        return;
      }
      case 'GET files create_success': {
        const { folder = '1', name = '', bytes = Buffer.alloc(0) } = this.#announced.get(id) ?? {};
        const old = this.files.findIndex((file) => file.folder === folder && file.name === name);
        if (old !== -1) this.files.splice(old, 1);
        const file = { id, folder, name, bytes };
        this.files.push(file);
        return answerJson(response, this.#shown(file));
      }
      case 'GET files download':
        return this.#send(id, headers.range, response);
      case 'GET files ': {
        const file = this.files.find((each) => each.id === id);
        return file ? answerJson(response, this.#shown(file)) : answerJson(response, {}, { status: 404 });
      }
      default:
        return answerJson(response, { errors: [{ message: `unknown here: ${line}` }] }, { status: 404 });
    }
  }

  #send(id: string, range: string | undefined, response: ServerResponse): void {
    const bytes = this.files.find((file) => file.id === id)?.bytes ?? Buffer.alloc(0);
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(range ? 206 : 200, {
      'content-length': bytes.length - start,
      ...(range && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    });
    response.end(bytes.subarray(start));
  }

  #shown({ id, name, bytes, folder }: FakeFile) {
    return {
      id,
      folder_id: folder,
      display_name: name,
      size: bytes.length,
      url: `${this.url}/files/${id}/download?verifier=v`,
      modified_at: '2026-08-24T12:00:00Z',
      upload_status: 'success',
    };
  }
}
