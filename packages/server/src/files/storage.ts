/**
 * Where the bytes of files are. Names, folders, rights and quotas are in the database; a storage knows keys alone.
 * Bytes never change: a key that has been handed out names the same contents until they are removed.
 */
import type { Readable } from 'node:stream';
import type { PouredFile } from './poured-file.ts';

/** Where and with what a client sends the bytes of one upload: step 1 of Canvas's three. */
export interface UploadTicket {
  upload_url: string;
  /** In the order in which they are to be sent, before the file. */
  upload_params: Record<string, string>;
  file_param: string;
}

/** An upload that was announced. */
export interface Announced {
  /** Of the row that waits for the bytes. */
  id: number;
  /** As Canvas stores it: form-encoded. */
  filename: string;
  /** `unknown/unknown` where nobody knows. */
  contentType: string;
  /** Where the client goes on, once the bytes are there. */
  successUrl: string;
  /** Answers 201 instead of leading there by a redirect. */
  noRedirect: boolean;
}

/** Bytes that are safe: whoever was told of them will find them after a crash. */
export interface Stored {
  key: string;
  size: number;
  /** The same for the same contents. */
  tag: string;
  contentType?: string | undefined;
}

export interface ByteRange {
  start: number;
  /** The last byte, included. */
  end: number;
}

/** How a browser is to take what it gets. */
export interface Presentation {
  contentType: string;
  /** A whole Content-Disposition. */
  disposition: string;
}

export interface FileStorage {
  readonly kind: 'disk' | 's3';
  /** Takes bytes that pass through the server. Nothing is kept of a stream that fails. */
  store(bytes: AsyncIterable<Buffer>, options?: { maxBytes?: number; contentType?: string }): Promise<Stored>;
  /** What a client has sent by a ticket of this storage; undefined where nothing has come. */
  arrived(key: string): Promise<Stored | undefined>;
  /** @throws ContentGone */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** The same for an HTTP answer, which can be given bytes faster than by a stream. */
  content?(key: string, range: ByteRange): Promise<PouredFile>;
  /** An address at which the storage itself hands the bytes out, for a while; undefined where the server does. */
  addressOf(key: string, presentation: Presentation): Promise<string | undefined>;
  /** What was made from the bytes of a key and can be made again, e.g. a thumbnail. */
  readDerived(key: string, variant: string): Promise<Buffer | undefined>;
  writeDerived(key: string, variant: string, bytes: Buffer): Promise<void>;
  /** Removes contents and what was made from them. What isn't there needs no removing. */
  remove(key: string): Promise<void>;
  /**
   * Looks for bytes that nobody refers to, and removes them; half uploads too.
   * @param held which of some keys are in use
   * @param graceSeconds leaves alone what is younger
   * @returns how many were removed
   */
  sweep(held: (keys: string[]) => Promise<ReadonlySet<string>>, graceSeconds: number): Promise<number>;
}

/** A storage to which clients send bytes themselves. */
export interface DirectStorage extends FileStorage {
  readonly kind: 's3';
  /** @returns the ticket, and the key under which the bytes will be */
  announce(upload: Announced): Promise<{ ticket: UploadTicket; key: string }>;
}

export const isDirect = (storage: FileStorage): storage is DirectStorage => storage.kind === 's3';

/** More bytes came than may. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
  readonly limit: number;
  constructor(limit: number) {
    super(`more than ${limit} bytes`);
    this.limit = limit;
  }
}

/** The database knows the file and the storage doesn't: somebody removed bytes behind Easel's back. */
export class ContentGone extends Error {
  override readonly name = 'ContentGone';
  constructor(key: string) {
    super(`no contents under ${key}`);
  }
}

/** Canvas's limit for one file. */
export const MAX_FILE_BYTES = 10 * 1024 ** 3;
