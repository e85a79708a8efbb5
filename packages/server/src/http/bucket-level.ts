/** What leaks out of a bucket each second. */
export const LEAK_PER_SECOND = 10;

/** SQL for how full a client's bucket is now, given SQL for its name; null where it has none. */
export const bucketLevelOf = (client: string): string => `(
  select greatest(0, level - ${LEAK_PER_SECOND} * extract(epoch from clock_timestamp() - updated_at)::float8)
  from rate_limit_buckets where client = ${client})`;
