/**
 * Makes `dist`, which is what npm publishes: JavaScript for Node ≥ 20.19. The client and the contract go into it; what
 * else it needs, npm brings.
 */
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const external = [/^node:/, 'hucre/xlsx', 'jq-web', 'oauth4webapi', '@napi-rs/keyring'];

rmSync(dist, { recursive: true, force: true });
const bundle = await rolldown({
  input: { easel: join(here, 'src/main.ts') },
  platform: 'node',
  external,
});
await bundle.write({
  dir: join(dist, 'bin'),
  format: 'esm',
  chunkFileNames: '[name].js',
});
chmodSync(join(dist, 'bin/easel.js'), 0o755);
