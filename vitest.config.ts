import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** What speaks to a database runs on both engines; the rest once. */
const onADatabase = [
  'packages/server/src/*.test.ts',
  'packages/server/src/!(http|domain|files)/**/*.test.ts',
];

const inABrowser = ['acceptance/console.test.ts', 'acceptance/sign-in.test.ts'];
const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
// CI installs it, and must not do without.
const withoutBrowser = !existsSync(chromium) && !process.env['CI'];
if (withoutBrowser) {
  console.warn(
    `There is no Chromium at ${chromium}: the pages aren't tested. apt-get install chromium, or set CHROMIUM.\n`,
  );
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './scripts/testing/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...onADatabase, '**/node_modules/**'],
          testTimeout: 120_000,
        },
      },
      ...['acceptance-pglite', 'acceptance-postgres'].map((name) => ({
        test: {
          name,
          include: ['acceptance/**/*.test.ts'],
          exclude: withoutBrowser ? inABrowser : [],
          globalSetup: ['acceptance/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      })),
      ...['pglite', 'postgres'].map((name) => ({
        test: {
          name,
          include: onADatabase,
          globalSetup: ['packages/server/testing/template.ts'],
          // Every file opens a world of its own; the modules below it may be shared, which saves most of the time.
          isolate: false,
          // A statement gets the plan that PostgreSQL keeps after five calls, at the first: some errors come only then.
          env: { PGOPTIONS: '-c plan_cache_mode=force_generic_plan' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      })),
    ],
  },
});
