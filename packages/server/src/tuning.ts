/** What the process asks of its engine; for the entry points alone. */
import { setFlagsFromString } from 'node:v8';

/**
 * Every chunk of an upload is a buffer outside V8's heap. By default V8 looks through the whole heap whenever those have
 * grown by 64 MB, which for a stream is fifteen times a gigabyte and took half the time of an upload. Counted together
 * with the heap they are collected when all of it has grown in proportion (docs/performance.md).
 */
export function countBuffersWithTheHeap(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit');
}
