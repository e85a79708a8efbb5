import { readFileSync } from 'node:fs';

const types: Readonly<Record<string, string>> = {
  'console.css': 'text/css',
  'easel.svg': 'image/svg+xml',
  'answer.js': 'text/javascript',
  'dom.js': 'text/javascript',
  'fields.js': 'text/javascript',
  'form.js': 'text/javascript',
  'live.js': 'text/javascript',
  'operations.js': 'text/javascript',
  'send.js': 'text/javascript',
  'snippets.js': 'text/javascript',
  'token.js': 'text/javascript',
};

export interface Asset {
  readonly type: string;
  readonly text: string;
}

/** The files that pages may ask for, by name. No other name reaches the disk. */
export function readAssets(): ReadonlyMap<string, Asset> {
  return new Map(
    Object.entries(types).map(([name, type]) => [
      name,
      { type, text: readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8') },
    ]),
  );
}
