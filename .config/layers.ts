/**
 * The layers of the house: the one table from which dependency-cruiser's rules and the house tests are made
 * (docs/architecture.md explains it). A folder of src/ without a row here is an error.
 */

/** One folder of src/. */
interface Layer {
  /** Height in the house: nothing imports from a higher level. */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5 | 6
  /** The folders it may import from, besides itself. Type imports count. */
  readonly imports: readonly string[]
  /** True where files, the network, the process, the clock and randomness may be touched. */
  readonly edge?: true
}

const toCompile = ['base', 'calendar', 'diagnostics', 'model', 'syntax', 'graph', 'compile']
const belowL6 = [...toCompile, 'engine', 'analysis', 'render', 'exchange', 'language-service', 'stores']
const onGraph = ['base', 'calendar', 'diagnostics', 'model', 'graph']

export const layers: Readonly<Record<string, Layer>> = {
  base: { level: 0, imports: [] },
  diagnostics: { level: 1, imports: ['base'] },
  calendar: { level: 1, imports: ['base'] },
  model: { level: 2, imports: ['base', 'calendar'] },
  syntax: { level: 2, imports: ['base', 'diagnostics'] },
  graph: { level: 3, imports: ['base', 'calendar', 'model'] },
  compile: { level: 4, imports: ['base', 'calendar', 'diagnostics', 'model', 'syntax', 'graph'] },
  engine: { level: 4, imports: onGraph },
  analysis: { level: 5, imports: onGraph },
  render: { level: 5, imports: [...onGraph, 'analysis'] },
  // A workbook's cells hold values of the language, which has one printer and one reader (exchange/xlsx).
  exchange: { level: 5, imports: [...toCompile, 'analysis'] },
  'language-service': { level: 5, imports: ['base', 'diagnostics', 'model', 'syntax', 'compile', 'analysis'] },
  stores: { level: 5, imports: ['base', 'engine'], edge: true },
  runner: { level: 6, imports: ['base', 'calendar', 'diagnostics', 'model', 'graph', 'engine', 'stores'], edge: true },
  durable: { level: 6, imports: ['base', 'calendar', 'graph', 'engine', 'stores'], edge: true },
  testing: { level: 6, imports: belowL6 },
  lsp: { level: 6, imports: ['base', 'diagnostics', 'language-service'], edge: true },
  studio: { level: 6, imports: belowL6.filter((folder) => folder !== 'stores'), edge: true },
  cli: { level: 6, imports: [...belowL6, 'durable', 'testing', 'lsp'], edge: true },
}

/** What the façade src/index.ts may re-export from. */
export const facadeImports: readonly string[] = toCompile

/** The npm packages that src/ may use, each only in the folders named. Any other package is an error. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  '@noble/hashes': ['graph', 'engine'],
  'bpmn-moddle': ['exchange/bpmn'],
  chevrotain: ['syntax'],
  commander: ['cli'],
  'dmn-moddle': ['exchange/dmn'],
  elkjs: ['render/flow', 'exchange/bpmn'],
  'fast-check': ['testing'],
  'get-east-asian-width': ['diagnostics', 'render'],
  highs: ['analysis/plan'],
  immer: ['model', 'analysis/measures'],
  'json-schema-to-typescript': ['exchange/json-schema'],
  kysely: ['stores'],
  pg: ['stores'],
  saxen: ['exchange/xlsx'],
  vitest: ['testing'],
  'vscode-languageserver': ['lsp'],
  'write-excel-file': ['exchange/xlsx'],
  zod: ['model', 'engine', 'exchange/json-schema'],
}
