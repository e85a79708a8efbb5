/** Words that Canvas takes for an id. */
const WORDS = new Set(['self', 'default', 'current', 'site_admin']);

/** Its number, also with the number of a shard. */
const NUMBER = /^\d{1,19}(?:~\d{1,19})?$/;

/** An id of the institution's or of an LTI tool's; never with what could end a path, begin a query or be decoded again. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const FOREIGN = /^(?:sis_\w+|lti_\w+|uuid):[^\u0000-\u001f\u007f-\u009f/\\%?#;]{1,255}$/;
const HEX = /^hex:(?:sis|lti)_\w+:(?:[0-9a-f]{2}){1,255}$/i;

/** Whether a segment of a path, decoded, is an id in one of Canvas's forms. */
export function isPathId(text: string): boolean {
  return WORDS.has(text) || NUMBER.test(text) || FOREIGN.test(text) || HEX.test(text);
}

/** What can stand for anything but an id and is yet no way out of its segment. */
export const isWord = (text: string): boolean => /^[\w-]{1,255}$/.test(text);
