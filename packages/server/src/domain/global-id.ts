/** Canvas numbers its shards and puts the number before the id; an installation of its own is shard 1. */
const IDS_PER_SHARD = 10_000_000_000_000;

/** The id as it is known beyond this installation: `42` → `10000000000042`. */
export const globalId = (id: number): number => IDS_PER_SHARD + id;

/** The id as this installation knows it, from either form. */
export const localId = (id: number): number => (id > IDS_PER_SHARD ? id % IDS_PER_SHARD : id);
