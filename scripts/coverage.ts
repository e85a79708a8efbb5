/** `npm run coverage`: prints what is implemented of what is documented, and puts the table into docs/compatibility.md. */
import { writeFileSync } from 'node:fs';
import { coverageTable, writeCompatibility } from './coverage-table.ts';

writeFileSync(new URL('../docs/compatibility.md', import.meta.url), writeCompatibility());
console.log(coverageTable());
