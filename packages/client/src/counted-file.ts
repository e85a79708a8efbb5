/**
 * A file that tells how much of it was read while it is sent. A stream as the body would tell as well, but then the
 * length isn't sent, and S3 refuses uploads without one.
 */
export class CountedFile extends File {
  readonly #onProgress: ((read: number, size: number) => void) | undefined;

  constructor(file: Blob, name: string, type: string, onProgress?: (read: number, size: number) => void) {
    super([file], name, { type });
    this.#onProgress = onProgress;
  }

  override stream(): ReturnType<Blob['stream']> {
    const onProgress = this.#onProgress;
    const { size } = this;
    let read = 0;
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        onProgress?.(read, size);
        controller.enqueue(chunk);
      },
    });
    return super.stream().pipeThrough(count);
  }
}
