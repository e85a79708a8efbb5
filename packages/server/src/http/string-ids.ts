const ID = /(?:^|_)id$/;
const IDS = /(?:^|_)ids$|^(?:unread|forced)_entries$/;

/**
 * The answer for `Accept: application/json+canvas-string-ids`: a copy in which integers under `id` and
 * `…_id`, and those in a list under `ids` and `…_ids` (and the two lists of entries in a discussion's view), are strings. Every other key keeps what it holds.
 *
 * @param value an answer before it is encoded: plain objects, arrays and scalars. Anything else, such as
 *   a Date, is left as it is.
 */
export function stringifyIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stringifyIds);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (ID.test(key)) return [key, stringifyIds(asText(item))];
      if (IDS.test(key) && Array.isArray(item)) return [key, item.map((one) => stringifyIds(asText(one)))];
      return [key, stringifyIds(item)];
    }),
  );
}

function asText(id: unknown): unknown {
  return Number.isInteger(id) ? String(id) : id;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
