import { readFileSync } from 'node:fs';

/** Two folders above this file both in the sources and, as built, in `dist/bin`. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export const VERSION = version;
