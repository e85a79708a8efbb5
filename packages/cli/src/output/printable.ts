import { stripVTControlCharacters } from 'node:util';

/**
 * The text on one line and without anything that steers a terminal: whoever names a course could otherwise move the
 * cursor, recolour the screen or fake an answer.
 */
export function printable(text: string): string {
  return (
    stripVTControlCharacters(text)
      .replace(/\s+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim()
  );
}
