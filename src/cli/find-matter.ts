import { basesOf } from '../compile/affected-implementations.ts'
import type { CompiledBundle, CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import { isZwFile } from './find-files.ts'
import { findNamed } from './find-named.ts'
import { makeBundle } from './make-bundle.ts'

/** What a command names, as the one matter that it is (命令里说的事项). */
export interface NamedMatter extends CompiledMatter {
  /** The 一件事 that it was made of; absent where it is a matter by itself. */
  readonly bundle?: CompiledBundle
  /** Every file that has a part of it: what it is based on, what it is made of. */
  readonly files: ReadonlySet<string>
}

/**
 * The matter, or the 一件事 as one matter, that a command names (按名称找事项); of a matter and a 一件事 of one name it is the
 * matter.
 */
export function findMatter(name: string, { matters, bundles }: CompiledWorkspace): NamedMatter {
  const named = new Map<string, () => NamedMatter>([
    ...[...bundles].map(([key, bundle]) => [key, () => ofBundle(bundle)] as const),
    ...[...matters].map(([key, matter]) => [key, () => ofMatter(matter)] as const),
  ])
  const word = bundles.size === 0 ? '事项' : '事项或者一件事'
  return findNamed(name, named, { word, otherwise: (names) => listFew(name, names) })()
}

/** A workspace has too many matters to list all; a file in the place of the name is told as such. */
function listFew(name: string, names: readonly string[]): string {
  if (isZwFile(name)) return `；请先写名称，再写文件，如 ${names[0] ?? ''} ${name}`
  return names.length > MOST_LISTED ? '' : `；有：${names.map((each) => `“${each}”`).join('、')}`
}

const MOST_LISTED = 8

function ofMatter(compiled: CompiledMatter): NamedMatter {
  return { ...compiled, files: new Set([compiled, ...basesOf(compiled)].map(({ file }) => file)) }
}

function ofBundle(bundle: CompiledBundle): NamedMatter {
  const parts = [...bundle.components.values()].flatMap((each) => [each, ...basesOf(each)])
  return { ...makeBundle(bundle), bundle, files: new Set([bundle, ...parts].map(({ file }) => file)) }
}
