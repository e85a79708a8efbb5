import { readFileSync } from 'node:fs';
import { type OperationId, operations } from '../packages/contract/src/operations.ts';
import { resources } from '../packages/contract/src/resources.ts';
import { operationTable } from '../packages/server/src/resources/index.ts';

const page = new URL('../docs/compatibility.md', import.meta.url);
const markers = ['<!-- coverage:start -->', '<!-- coverage:end -->'] as const;

const implemented: ReadonlySet<OperationId> = new Set(operationTable.map(({ id }) => id as OperationId));

/** What the server implements of each documentation page, as a Markdown table. */
export function coverageTable(): string {
  const row = (name: string, documented: readonly { id: OperationId }[]) =>
    `| ${name} | ${documented.filter(({ id }) => implemented.has(id)).length} | ${documented.length} |`;
  return [
    '| resource | implemented | documented |',
    '|---|---:|---:|',
    ...resources.map((name) => {
      const documented = operations.filter(({ resource }) => resource === name);
      return row(name, documented);
    }),
    row('**total**', operations),
  ].join('\n');
}

/** docs/compatibility.md with the table as it is now. */
export function writeCompatibility(): string {
  const text = readFileSync(page, 'utf8');
  const [start, end] = markers.map((marker) => text.indexOf(marker));
  if (start === undefined || end === undefined || start === -1 || end < start) {
    throw new Error(`docs/compatibility.md lacks ${markers.join(' … ')}`);
  }
  return `${text.slice(0, start)}${markers[0]}\n${coverageTable()}\n${text.slice(end)}`;
}
