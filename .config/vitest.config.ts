import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { entries } from './entries.ts'

if (process.env['CI'] !== undefined && process.env['UPDATE'] !== undefined) {
  throw new Error('UPDATE rewrites golden files; CI only compares them. Unset UPDATE or CI.')
}

const root = fileURLToPath(new URL('..', import.meta.url))

// Civil dates must not depend on the machine: the tests run in UTC unless a test says otherwise.
process.env['TZ'] ??= 'UTC'

export default defineConfig({
  root,
  resolve: {
    alias: entries.map(({ subpath, source }) => ({
      find: new RegExp(`^zhengwu${subpath.slice(1)}$`),
      replacement: `${root}${source}`,
    })),
  },
  test: {
    allowOnly: false,
    testTimeout: 120_000,
    hookTimeout: 600_000,
    setupFiles: ['test/support/property-seed.ts'],
    // `unit` is `npm test`; `package` needs a build and runs in `npm run check`; `browser` needs Chromium; `portal`
    // needs both; `stores` needs the binaries of PostgreSQL.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package/**', 'test/browser/**', 'test/portal/**', 'test/stores/systems/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'stores',
          include: ['test/stores/systems/**/*.test.ts'],
          globalSetup: ['test/stores/systems/postgres-for-all.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'portal',
          include: ['test/portal/**/*.test.ts'],
          globalSetup: ['test/portal/prepare-portal.ts'],
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/install.ts'],
          fileParallelism: false,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { statements: 90, branches: 80 },
    },
  },
})
