/**
 * The public surface: one row a subpath export of the package. From this table come the build's entries,
 * package.json's `exports` (test/house/exports.test.ts keeps them equal), the size budgets and the API reports.
 */
interface Entry {
  /** What users import: `zhengwu` for '.', `zhengwu/calendar` for './calendar'. */
  readonly subpath: '.' | `./${string}`
  /** Its file in src/, and the name of what the build makes of it in dist/. */
  readonly source: string
  readonly output: string
  /** Upper limit of the bundle with its dependencies. Unit: kB, brotli. */
  readonly budgetKb?: number
  /** The optional peers that it needs, of package.json's `peerDependencies`. */
  readonly peers?: readonly string[]
  /** The module of Node that it needs, which Node 20 and browsers lack. */
  readonly builtin?: string
}

export const entries: readonly Entry[] = [
  // Designed as 90 kB for the language of one matter; docs/decisions.md tells what came on top.
  { subpath: '.', source: 'src/index.ts', output: 'index', budgetKb: 156 },
  { subpath: './calendar', source: 'src/calendar/index.ts', output: 'calendar', budgetKb: 6 },
  // Designed as 40 kB; the exact worst case, groups and comparisons with earlier versions came on top.
  { subpath: './analysis', source: 'src/analysis/index.ts', output: 'analysis', budgetKb: 40 },
  // 43 kB before what offices can do at a time, and the sums of 法定时限, came on top.
  { subpath: './bundle', source: 'src/analysis/bundle/index.ts', output: 'bundle', budgetKb: 46 },
  { subpath: './cases', source: 'src/analysis/cases/index.ts', output: 'cases', budgetKb: 20 },
  // Designed as 15 kB; the situations of a matter, worst first, came on top.
  { subpath: './certainty', source: 'src/analysis/certainty/index.ts', output: 'certainty', budgetKb: 21 },
  { subpath: './explain', source: 'src/analysis/explain/index.ts', output: 'explain', budgetKb: 30 },
  { subpath: './compare', source: 'src/compile/compare/index.ts', output: 'compare', budgetKb: 52 },
  { subpath: './diff', source: 'src/analysis/diff/index.ts', output: 'diff', budgetKb: 28 },
  { subpath: './match', source: 'src/analysis/match/index.ts', output: 'match', budgetKb: 20 },
  // 43 kB before the search that learns (linear relaxation, bounds) and the certificates of networks came on top.
  { subpath: './plan', source: 'src/analysis/plan/index.ts', output: 'plan', budgetKb: 48 },
  // Designed as 25 kB; zod alone, with which commands, events and definitions from outside are read, takes about 28.
  { subpath: './engine', source: 'src/engine/index.ts', output: 'engine', budgetKb: 80 },
  // zod takes about 28 of it, the readings of Chinese characters for the ids 14.
  { subpath: './forms', source: 'src/exchange/json-schema/index.ts', output: 'forms', budgetKb: 55 },
  {
    subpath: './forms/types',
    source: 'src/exchange/json-schema/types/index.ts',
    output: 'forms-types',
    peers: ['json-schema-to-typescript'],
  },
  // Reading needs no peer; the package that writes is loaded when it is asked for.
  {
    subpath: './exchange/xlsx',
    source: 'src/exchange/xlsx/index.ts',
    output: 'exchange-xlsx',
    peers: ['write-excel-file'],
  },
  { subpath: './exchange/bpmn', source: 'src/exchange/bpmn/index.ts', output: 'exchange-bpmn', peers: ['elkjs'] },
  { subpath: './exchange/guide-json', source: 'src/exchange/guide-json/index.ts', output: 'exchange-guide-json' },
  { subpath: './guide', source: 'src/render/guide/index.ts', output: 'guide', budgetKb: 40 },
  { subpath: './exchange/cpsv-ap', source: 'src/exchange/cpsv-ap/index.ts', output: 'exchange-cpsv-ap' },
  { subpath: './exchange/dmn', source: 'src/exchange/dmn/index.ts', output: 'exchange-dmn' },
  { subpath: './model', source: 'src/model/index.ts', output: 'model' },
  { subpath: './exchange/mermaid', source: 'src/exchange/mermaid/index.ts', output: 'exchange-mermaid', budgetKb: 24 },
  { subpath: './render', source: 'src/render/index.ts', output: 'render' },
  { subpath: './render/flow', source: 'src/render/flow/index.ts', output: 'render-flow', peers: ['elkjs'] },
  { subpath: './runner', source: 'src/runner/index.ts', output: 'runner' },
  { subpath: './stores', source: 'src/stores/index.ts', output: 'stores' },
  {
    subpath: './stores/sqlite',
    source: 'src/stores/sqlite/index.ts',
    output: 'stores-sqlite',
    builtin: 'node:sqlite',
  },
  { subpath: './stores/postgres', source: 'src/stores/postgres/index.ts', output: 'stores-postgres', peers: ['pg'] },
  // Optional peers, one each: vitest has the types of the matchers and runs the tests of stores, fast-check makes the arbitraries.
  { subpath: './testing', source: 'src/testing/index.ts', output: 'testing', peers: ['vitest'] },
  {
    subpath: './testing/arbitraries',
    source: 'src/testing/arbitraries/index.ts',
    output: 'testing-arbitraries',
    peers: ['fast-check'],
  },
  { subpath: './testing/stores', source: 'src/testing/stores/index.ts', output: 'testing-stores', peers: ['vitest'] },
]

/** The command `zw`: built apart, into one file with everything it needs. */
export const command = { name: 'zw', source: 'src/cli/main.ts', output: 'cli' }

/** package.json's `exports` as the table has it. */
export function packageExports(): Record<string, unknown> {
  const bySubpath = entries.map(({ subpath, output }) => [
    subpath,
    {
      import: { types: `./dist/${output}.d.ts`, default: `./dist/${output}.js` },
      require: { types: `./dist/${output}.d.cts`, default: `./dist/${output}.cjs` },
    },
  ])
  return { ...Object.fromEntries(bySubpath), './package.json': './package.json' }
}
