import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from '../../src/base/source-file.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every `.zw` file below examples/, by path. */
export function exampleSources(): readonly SourceFile[] {
  return readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.zw'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ uri: relative(root, path), text: readFileSync(path, 'utf8') }))
}
