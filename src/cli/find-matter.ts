import type { CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import { findNamed } from './find-named.ts'

/** The matter that a command names (按名称找事项). A workspace has too many of them to list all. */
export function findMatter(name: string, { matters }: CompiledWorkspace): CompiledMatter {
  return findNamed(name, matters, { word: '事项', otherwise: () => '' })
}
