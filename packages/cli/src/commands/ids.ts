import type { SisType } from '@easel/client';
import { UsageError } from '../frame/failure.ts';

/** A number, a number of another shard, a prefix that Canvas may know, or a word of its own. */
const KNOWN_FORM = /^(\d+|\d+~\d+|(hex:)?(sis|lti)_\w+:.+|uuid:\w+|self|default|site_admin|current)$/;

/**
 * An id as it was typed. Canvas answers 404 to a SIS id without its prefix, which helps nobody to find the mistake.
 * @throws UsageError
 */
export function checkedId(option: string, type: SisType, id: string): string {
  if (KNOWN_FORM.test(id)) return id;
  throw new UsageError(
    `${option} is neither a number nor has one of Canvas's prefixes`,
    `a SIS id is written ${option} sis_${type}_id:${id}`,
  );
}
