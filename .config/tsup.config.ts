import { defineConfig } from 'tsup'
import { command, entries } from './entries.ts'

// ECMAScript rather than a Node version: everything but the command also runs in browsers and workers.
const common = { target: 'es2023', outDir: 'dist', tsconfig: 'tsconfig.json', silent: true } as const

export default defineConfig([
  {
    ...common,
    name: 'library',
    entry: Object.fromEntries(entries.map(({ output, source }) => [output, source])),
    format: ['esm', 'cjs'],
    platform: 'neutral',
    splitting: true,
    treeshake: true,
    // Only the edges (stores, runner) import Node; .config/layers.ts says which they are.
    external: [/^node:/],
    removeNodeProtocol: false,
    dts: true,
  },
  {
    ...common,
    name: 'command',
    entry: { [command.output]: command.source },
    format: ['esm'],
    platform: 'node',
    // One file with its dependencies starts in a fifth of the time that separate modules need.
    // What draws pictures and writes workbooks is an optional peer, loaded by the one command that needs it.
    noExternal: [/^(?!(elkjs|json-schema-to-typescript|write-excel-file)(\/|$))/],
    splitting: false,
    minifySyntax: true,
    minifyWhitespace: true,
    removeNodeProtocol: false,
  },
])
