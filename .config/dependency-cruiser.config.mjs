// Import rules, made from the layer table; nothing is listed here twice.
import { facadeImports, layers, packages } from './layers.ts'

const anyOf = (names) => `(?:${names.join('|')})`
const folders = Object.keys(layers)
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'npm-bundled']

const layerRules = Object.entries(layers).map(([folder, { imports }]) => ({
  name: `layer-${folder}`,
  comment: `${folder} may import from: ${imports.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/${anyOf([folder, ...imports])}/` },
}))

const packageRules = Object.entries(packages).map(([name, allowed]) => ({
  name: `package-${name.replace(/[@/]+/g, '-').replace(/^-/, '')}`,
  comment: `${name} belongs to: ${allowed.join(', ')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${anyOf(allowed)}/` },
  to: { path: `^node_modules/${name}/` },
}))

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'layer-facade',
      comment: `src/index.ts may re-export from: ${facadeImports.join(', ')}`,
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: `^src/${anyOf(facadeImports)}/` },
    },
    {
      name: 'folder-without-a-row',
      comment: 'every folder of src/ has a row in .config/layers.ts',
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/${anyOf(folders)}/`, '^src/index\\.ts$'] },
      to: {},
    },
    {
      name: 'nobody-imports-the-facade',
      comment: 'src/index.ts is for users; inside the house import the file',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'file-not-index',
      comment: 'inside a folder import the file, not the folder’s index.ts',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/$1/index\\.ts$' },
    },
    ...packageRules,
    {
      name: 'package-without-a-row',
      comment: 'every package that src/ uses has a row in .config/layers.ts',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: npm, pathNot: `^node_modules/${anyOf(Object.keys(packages))}/` },
    },
    {
      name: 'node-only-at-the-edges',
      comment: 'files, network and process belong to the edges; everything else also runs in a browser',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/${anyOf(folders.filter((folder) => layers[folder].edge))}/`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'cycles, through type imports too, hide what depends on what',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'an import that nothing answers',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'source-stands-alone',
      comment: 'src/ uses nothing of tests, examples or tool settings',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|examples|\\.config|docs)/' },
    },
    {
      name: 'examples-use-the-public-surface',
      comment: 'examples import zhengwu as its users do',
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: '^(?:src|test)/', dependencyTypesNot: ['aliased'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
