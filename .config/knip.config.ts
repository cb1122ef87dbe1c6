import { entries } from './entries.ts'

/** Unused files, exports and dependencies are errors; what users can import is used by definition. */
export default {
  entry: [
    ...entries.map(({ source }) => `${source}!`),
    'test/**/*.test.ts',
    'test/bench/*.ts',
    'test/stores/systems/programs/*.ts',
    'examples/**/{run,load}.ts',
    'examples/**/{vite,vitest}.config.ts',
    'examples/portal/{prepare.ts,server/start.ts,client/main.tsx}',
    '.config/*.{ts,mjs}',
  ],
  project: ['src/**/*.ts!', 'test/**/*.ts', 'examples/**/*.{ts,tsx}', '.config/*.{ts,mjs}'],
  // Commands that .config/check.ts runs; types that the test of SARIF holds a log against.
  ignoreDependencies: ['@arethetypeswrong/cli', 'dependency-cruiser', 'publint', '@types/sarif'],
  treatConfigHintsAsErrors: true,
}
