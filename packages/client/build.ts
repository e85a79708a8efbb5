/**
 * Makes `dist`, the package as it is published: `npm publish packages/client/dist`. The workspace itself runs from
 * `src`, so the published package.json differs in its exports.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', join(here, 'tsconfig.build.json')], {
  stdio: 'inherit',
});
copyFileSync(join(here, 'README.md'), join(dist, 'README.md'));
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(publishedManifest(), null, 2)}\n`);

function publishedManifest(): object {
  const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const { scripts: _scripts, devDependencies: _development, publishConfig, ...published } = manifest;
  return {
    ...published,
    publishConfig: { access: publishConfig.access },
    exports: Object.fromEntries(
      Object.entries<string>(manifest.exports).map(([entry, source]) => [entry, builtFrom(source)]),
    ),
  };
}

/** `./src/index.ts` → what it was built into. */
function builtFrom(source: string) {
  const built = source.replace('./src/', './').replace(/\.ts$/, '');
  return { types: `${built}.d.ts`, default: `${built}.js` };
}
