import { existsSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { command, entries } from './entries.ts'

// Data files (notices, keywords) are bundled as they are; Node 22 is the oldest that the package supports.
const common = { target: 'node22', outDir: 'dist', sourcemap: false, silent: true } as const

export default defineConfig([
  {
    ...common,
    entry: Object.fromEntries(entries.filter(e => existsSync(e.source)).map(({ output, source }) => [output, source])),
    format: ['esm', 'cjs'],
    platform: 'neutral',
    splitting: true,
    treeshake: true,
    dts: true,
    clean: true,
  },
])
