import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type OperationId, operations } from '../packages/contract/src/operations.ts';
import { resources } from '../packages/contract/src/resources.ts';

/**
 * `npm run coverage` counts what the server implements of each documentation page, prints the table and puts it
 * into docs/compatibility.md. With `--check` it only says whether that table is current.
 */
const page = new URL('../docs/compatibility.md', import.meta.url);
const serverTable = new URL('../packages/server/src/resources/index.ts', import.meta.url);
const markers = ['<!-- coverage:start -->', '<!-- coverage:end -->'] as const;

const table = coverageTable(await implementedIds());
const written = readFileSync(page, 'utf8');
const current = withTable(written, table);

console.log(table);
if (written !== current && process.argv.includes('--check')) {
  console.log('docs/compatibility.md is stale: run npm run coverage');
  process.exitCode = 1;
} else if (written !== current) {
  writeFileSync(page, current);
}

/** What the server's table lists; nothing as long as there is no table. */
async function implementedIds(): Promise<ReadonlySet<OperationId>> {
  if (!existsSync(serverTable)) return new Set();
  const { operationTable }: { operationTable: readonly { id: OperationId }[] } = await import(
    serverTable.href
  );
  return new Set(operationTable.map(({ id }) => id));
}

function coverageTable(implemented: ReadonlySet<OperationId>): string {
  const row = (name: string, documented: readonly { id: OperationId }[]) =>
    `| ${name} | ${documented.filter(({ id }) => implemented.has(id)).length} | ${documented.length} |`;
  return [
    '| resource | implemented | documented |',
    '|---|---:|---:|',
    ...resources.map((name) =>
      row(
        name,
        operations.filter(({ resource }) => resource === name),
      ),
    ),
    row('**total**', operations),
  ].join('\n');
}

function withTable(text: string, table: string): string {
  const [start, end] = markers.map((marker) => text.indexOf(marker));
  if (start === undefined || end === undefined || start === -1 || end < start) {
    throw new Error(`docs/compatibility.md lacks ${markers.join(' … ')}`);
  }
  return `${text.slice(0, start)}${markers[0]}\n${table}\n${text.slice(end)}`;
}
