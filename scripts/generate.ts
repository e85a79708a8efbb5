import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildOpenApi } from '../packages/contract/src/openapi.ts';
import { writeOperationTypes } from '../packages/contract/src/write-types.ts';

/** `npm run generate` writes what follows from the contract; with `--check` it only says whether that is done. */
const outputs: Readonly<Record<string, () => string>> = {
  'packages/contract/src/generated/operation-types.ts': writeOperationTypes,
  'docs/openapi.json': () => `${JSON.stringify(buildOpenApi(), null, 1)}\n`,
};

const checking = process.argv.includes('--check');
const stale = Object.entries(outputs).filter(([path, write]) => {
  const file = new URL(`../${path}`, import.meta.url);
  const text = write();
  if (existsSync(file) && text === readFileSync(file, 'utf8')) return false;
  if (!checking) writeFileSync(file, text);
  return true;
});

for (const [path] of stale)
  console.log(checking ? `${path} is stale: run npm run generate` : `wrote ${path}`);
if (checking && stale.length > 0) process.exitCode = 1;
