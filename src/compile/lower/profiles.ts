import { CIVIL_CODE, type CountingProfile, findProfile, LICENSING_LAW, PROFILES } from '../../calendar/profiles.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { MatterType } from '../../model/terms.ts'
import { nearestWord } from '../../syntax/suggest.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Lowering } from './lowering.ts'
import { nameOf } from './read-node.ts'

/** The counting profile that a line names (计算规则); a name that no profile has is reported. */
export function profileOf(
  node: SyntaxNode | undefined,
  { source, report }: Pick<Lowering, 'source' | 'report'>,
): CountingProfile | undefined {
  const name = nameOf(node)
  if (name === undefined) return undefined
  const profile = findProfile(name.text)
  if (profile !== undefined) return profile
  const known = PROFILES.map((one) => one.name)
  const near = nearestWord(name.text, known)
  const origin = { file: source.uri, span: name.span }
  const fixes =
    near === undefined
      ? []
      : [{ title: `改为“${near}”`, applicability: 'ask' as const, edits: [{ origin, text: near }] }]
  report(diagnose('ZW4001', { kind: '计算规则', name: name.text, declared: known }, origin, { fixes }))
  return undefined
}

/** The profile of a matter that names none, by its type: 行政许可法 for 行政许可, else 民法典. */
export function defaultProfile(type: MatterType | undefined): CountingProfile {
  return type === 'licence' ? LICENSING_LAW : CIVIL_CODE
}
