import { entries } from './entries.ts'

/** The size of each entry as a user's bundler makes it: minified, with its dependencies, brotli. */
export default entries
  .filter(({ budgetKb }) => budgetKb !== undefined)
  .map(({ subpath, output, budgetKb }) => ({
    name: `zhengwu${subpath.slice(1)}`,
    path: `../dist/${output}.js`,
    limit: `${budgetKb} kB`,
    // Chinese messages as UTF-8, as bundlers for the web write them, not as \u escapes.
    modifyEsbuildConfig: (config: object) => ({
      ...config,
      charset: 'utf8',
      // Shared chunks are imported for their order too; nothing is lost when a bundler leaves them out.
      logOverride: { 'ignored-bare-import': 'silent' },
    }),
  }))
