/**
 * `npm run generate` writes what follows from the contract, the migrations and the operations; with `--check` it only
 * says whether that is done.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildOpenApi } from '../packages/contract/src/openapi.ts';
import { writeOperationTypes } from '../packages/contract/src/write-types.ts';
import { writeCompatibility } from './coverage-table.ts';
import { writeTableTypes } from './table-types.ts';

const outputs: Readonly<Record<string, () => string | Promise<string>>> = {
  'packages/contract/src/generated/operation-types.ts': writeOperationTypes,
  'packages/server/src/db/tables/index.ts': writeTableTypes,
  'docs/openapi.json': () => `${JSON.stringify(buildOpenApi(), null, 1)}\n`,
  'docs/compatibility.md': writeCompatibility,
};

const checking = process.argv.includes('--check');
for (const [path, write] of Object.entries(outputs)) {
  const file = new URL(`../${path}`, import.meta.url);
  const text = await write();
  if (existsSync(file) && text === readFileSync(file, 'utf8')) continue;
  if (checking) process.exitCode = 1;
  else writeFileSync(file, text);
  console.log(checking ? `${path} is stale: run npm run generate` : `wrote ${path}`);
}
