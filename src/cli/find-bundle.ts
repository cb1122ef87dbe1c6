import type { CompiledBundle, CompiledWorkspace } from '../compile/compiled.ts'
import { findNamed } from './find-named.ts'

/** The bundle that a command names (按名称找一件事). */
export function findBundle(name: string, { bundles }: CompiledWorkspace): CompiledBundle {
  return findNamed(name, bundles, { word: '一件事', otherwise: (names) => `；有：${names.join('、')}` })
}
