/**
 * Makes `dist`, the package as it is published: `npm publish packages/contract/dist`. The data goes into the code, for
 * Node 20 warns of JSON that is imported, and browsers of the same age can't.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

rmSync(dist, { recursive: true, force: true });
// Types, and the proof that nothing younger than Node 20 is used.
execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', join(here, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
const bundle = await rolldown({
  input: { index: join(here, 'src/index.ts'), 'hints/index': join(here, 'src/hints/index.ts') },
  platform: 'neutral',
});
await bundle.write({ dir: dist, format: 'esm', chunkFileNames: 'shared/[name].js' });
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(publishedManifest(), null, 2)}\n`);

function publishedManifest(): object {
  const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const { scripts: _scripts, publishConfig, ...published } = manifest;
  return {
    ...published,
    publishConfig: { access: publishConfig.access },
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './hints': { types: './hints/index.d.ts', default: './hints/index.js' },
    },
  };
}
