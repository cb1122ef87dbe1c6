import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import type { SelectionTarget } from '../../model/selection-target.ts'
import { withoutOrigins } from '../../model/write-model-json.ts'
import { compile } from '../compile.ts'
import { printDocument } from './document.ts'
import { printMatters } from './matter.ts'

/** What becomes of a matter that is printed and compiled again (写出再读回). */
export interface ReadBack {
  readonly diagnostics: readonly Diagnostic[]
  /** The parts that came back different, as `materials[2].name`; none where the text says all that the model says. */
  readonly lost: readonly string[]
}

/** Fields that only a workspace can fill: what a reference to another file means. */
const REFERENCES: ReadonlySet<string> = new Set(['from'])

/** Most parts that are named. */
const MOST_NAMED = 10

/** Proves a printed matter, or says what of it a file cannot hold. Matters stand alone: names of other files stay open. */
export function readBack(matter: Matter, uri: string): ReadBack {
  const { matters, diagnostics } = compile([{ uri, text: printMatters([matter]) }])
  const [compiled] = matters.values()
  const lost: string[] = []
  collectDifferences(withoutOrigins(matter), compiled && withoutOrigins(compiled.matter), '', lost)
  return { diagnostics, lost }
}

/** The parts of a bundle that came back different from the file that it makes with its matters. */
export function readBackBundle(bundle: Bundle, matters: readonly Matter[], uri: string): readonly string[] {
  const { bundles } = compile([{ uri, text: printDocument({ matters, bundles: [bundle] }) }])
  const [compiled] = bundles.values()
  const lost: string[] = []
  collectDifferences(withoutOrigins(bundle), compiled && withoutOrigins(compiled.bundle), '', lost)
  return lost
}

/** The parts of a 目标 over several matters that came back different. */
export function readBackSelectionTarget(target: SelectionTarget, uri: string): readonly string[] {
  const { selectionTargets } = compile([{ uri, text: printDocument({ matters: [], selectionTargets: [target] }) }])
  const [compiled] = selectionTargets.values()
  const lost: string[] = []
  collectDifferences(withoutOrigins(target), compiled && withoutOrigins(compiled.target), '', lost)
  return lost
}

function collectDifferences(before: unknown, after: unknown, path: string, lost: string[]): void {
  if (Object.is(before, after) || lost.length >= MOST_NAMED) return
  if (!isParted(before) || !isParted(after)) {
    lost.push(path)
    return
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (REFERENCES.has(key) && !Array.isArray(before)) continue
    const place = Array.isArray(before) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`
    collectDifferences(Reflect.get(before, key), Reflect.get(after, key), place, lost)
  }
}

function isParted(part: unknown): part is object {
  return typeof part === 'object' && part !== null
}
