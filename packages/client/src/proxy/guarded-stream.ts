/** What happens to a body on its way to the browser. */
export interface Guard {
  /** Masked wherever they stand, should Canvas send back what it was sent. */
  readonly secrets: readonly string[];
  readonly longest: number;
  /** Milliseconds without a byte after which the body counts as broken. */
  readonly idleMs: number;
  /** The browser has gone, or the body is broken: nobody needs the rest. */
  readonly abandon: () => void;
  /** Every chunk, as it is sent. */
  readonly onChunk?: ((chunk: Uint8Array) => void) | undefined;
  /** The body came to its end, and whole. */
  readonly onEnd?: (() => void) | undefined;
}

/** Reads on only as the browser does, so that no more than a chunk is held here. */
export function guardedStream(body: ReadableStream<Uint8Array>, guard: Guard): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const mask = new Mask(guard.secrets);
  let length = 0;

  async function pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    // Until there is something to give: a chunk may be kept back by the mask.
    while (true) {
      const { done, value } = await within(guard.idleMs, reader.read());
      length += value?.length ?? 0;
      if (length > guard.longest) throw new Error('the answer is too long');
      const chunk = done ? mask.rest() : mask.pass(value);
      if (chunk.length > 0) {
        guard.onChunk?.(chunk);
        controller.enqueue(chunk);
      }
      if (done) {
        guard.onEnd?.();
        return controller.close();
      }
      if (chunk.length > 0) return;
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) =>
        pull(controller).catch((error) => {
          guard.abandon();
          controller.error(error);
        }),
      async cancel() {
        guard.abandon();
        await reader.cancel().catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the answer stopped')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const STAR = 42;

/** Overwrites secrets, also those that lie across two chunks. The length stays. */
class Mask {
  readonly #secrets: readonly Uint8Array[];
  readonly #kept: number;
  #held: Uint8Array = new Uint8Array();

  constructor(secrets: readonly string[]) {
    this.#secrets = secrets
      .filter((secret) => secret !== '')
      .map((secret) => new TextEncoder().encode(secret));
    this.#kept = Math.max(1, ...this.#secrets.map((secret) => secret.length)) - 1;
  }

  pass(chunk: Uint8Array): Uint8Array {
    const bytes = new Uint8Array(this.#held.length + chunk.length);
    bytes.set(this.#held);
    bytes.set(chunk, this.#held.length);
    for (const secret of this.#secrets) overwrite(bytes, secret);
    const end = Math.max(0, bytes.length - this.#kept);
    this.#held = bytes.slice(end);
    return bytes.subarray(0, end);
  }

  rest(): Uint8Array {
    return this.#held;
  }
}

function overwrite(bytes: Uint8Array, secret: Uint8Array): void {
  const first = secret[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (at + secret.length > bytes.length) return;
    if (secret.every((byte, index) => bytes[at + index] === byte)) bytes.fill(STAR, at, at + secret.length);
  }
}

/** In a header. */
export function masked(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (masking, secret) => (secret === '' ? masking : masking.replaceAll(secret, '*'.repeat(secret.length))),
    text,
  );
}
