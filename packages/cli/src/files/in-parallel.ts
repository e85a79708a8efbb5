/**
 * Works on items, so many at a time, in their order. What throws ends it: what was begun is waited for, nothing else is
 * begun.
 */
export async function inParallel<Item>(
  items: Iterable<Item>,
  jobs: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  let stopped = false;
  const worker = async () => {
    for (let next = waiting.next(); !stopped && !next.done; next = waiting.next()) {
      try {
        await work(next.value);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: jobs }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
