/** What a client prints about itself when it has read the list to its end. */
export interface Figures {
  readonly items: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** Reads every row, and looks at it, as an export would. */
export async function measure(rows: AsyncIterable<unknown>): Promise<void> {
  const started = performance.now();
  let items = 0;
  let width = 0;
  for await (const row of rows) {
    items++;
    width = Math.max(width, String((row as { name: string }).name).length);
  }
  const figures: Figures = {
    items,
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes.
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  console.log(JSON.stringify(figures));
}
