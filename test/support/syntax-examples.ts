import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { groupBy } from '../../src/base/group-by.ts'
import type { SourceFile } from '../../src/base/source-file.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every `.zw` file below examples/, by path. */
export function exampleSources(): readonly SourceFile[] {
  return sourcesEndingWith('.zw')
}

/** Every `.zw.md` file below examples/, by path. */
export function literateSources(): readonly SourceFile[] {
  return sourcesEndingWith('.zw.md')
}

/** The files that are checked together: those of one folder directly below examples/. */
export function exampleWorkspaces(): readonly (readonly SourceFile[])[] {
  const sources = [...exampleSources(), ...literateSources()]
  return [...groupBy(sources, ({ uri }) => uri.split('/')[1]).values()]
}

function sourcesEndingWith(ending: string): readonly SourceFile[] {
  return readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ uri: relative(root, path), text: readFileSync(path, 'utf8') }))
}
