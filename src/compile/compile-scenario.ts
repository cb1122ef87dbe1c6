import { findProfile } from '../calendar/profiles.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import { startLowering } from './compile-matter.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { finishFindings } from './finish-findings.ts'
import { inheritFacts, inheritNames } from './implementation/inherited-names.ts'
import { BUILT_IN } from './lower/facts.ts'
import { childOf, nameOf, originOf } from './lower/read-node.ts'
import { lowerScenario } from './lower/scenarios.ts'
import { missingBlock } from './names/missing-block.ts'
import type { SourceBlock } from './split-blocks.ts'
import { findUnreadScenarios } from './unread-scenarios.ts'

/** Compiles a 用例 that names its matter by 针对: its names are those of that matter, which has been compiled before it. */
export function compileScenario(block: SourceBlock, surroundings: Surroundings): CompiledBlock {
  const { node, source } = block
  const findings = [...block.findings]
  const line = childOf(node, 'scenario.matter')
  const name = nameOf(line)
  if (line === undefined) {
    const params = {
      entry: `用例“${nameOf(node)?.text ?? ''}”`,
      keyword: '针对',
      purpose: '用例没有写在事项里面，请写明它针对哪个事项',
    }
    findings.push(diagnose('ZW2007', params, originOf(source, node)))
  }
  const target = name && surroundings.referenced.get(name.key)
  if (line !== undefined && name !== undefined && target === undefined) {
    const otherwise = { bundle: '一件事的用例写在一件事里面，不用写“针对：”；只对其中一个事项的，写那个事项的名称' }
    findings.push(missingBlock(name, source, surroundings, { kinds: '事项或者实施清单', otherwise }))
  }
  if (line === undefined || target?.compiled === undefined)
    return { block, findings: finishFindings(findings, block, surroundings) }
  const { matter } = target.compiled
  const inherited = inheritNames(matter, line)
  const scenario = lowerScenario(node, {
    ...startLowering(block, surroundings, (finding) => findings.push(finding), findProfile(matter.profile)),
    facts: new Map([...BUILT_IN, ...inheritFacts(matter)]),
    situations: new Set(inherited.situations?.keys()),
    inherited,
  })
  const unread = findUnreadScenarios(block, findings)
  return {
    block,
    scenario: scenario && { target, scenario, unread },
    findings: finishFindings(findings, block, surroundings),
  }
}
