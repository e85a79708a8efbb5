import { defineConfig } from 'vitest/config';

/** What speaks to a database runs on both engines; the rest once. */
const onADatabase = [
  'packages/server/src/{resources,seed,db,jobs}/**/*.test.ts',
  'packages/server/src/*.test.ts',
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './scripts/testing/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...onADatabase, '**/node_modules/**'],
        },
      },
      ...['acceptance-pglite', 'acceptance-postgres'].map((name) => ({
        test: {
          name,
          include: ['acceptance/**/*.test.ts'],
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
});
