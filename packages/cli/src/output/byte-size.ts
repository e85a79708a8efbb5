const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** `999 B`, `1.5 kB`, `5.0 GB`: decimal, as disks and browsers count. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`;
  let value = bytes;
  let unit = -1;
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(1)} ${UNITS[unit]}`;
}
