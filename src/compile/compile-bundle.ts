import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { runBundleChecks } from './checks/bundle/bundle-checks.ts'
import { startLowering } from './compile-matter.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { isFault } from './faults.ts'
import { finishFindings } from './finish-findings.ts'
import { lowerBundle } from './lower/bundle.ts'
import { resolveComponents } from './lower/bundle-components.ts'
import { profileOf } from './lower/profiles.ts'
import { childOf, nameOf } from './lower/read-node.ts'
import { findRepeatedNames } from './names/repeated-names.ts'
import { isPartial } from './partial.ts'
import type { SourceBlock } from './split-blocks.ts'
import { findUnreadScenarios } from './unread-scenarios.ts'

/** Compiles one 一件事: names → the matters of its components → model → checks. */
export function compileBundle(block: SourceBlock, surroundings: Surroundings): CompiledBlock {
  const { node, source } = block
  const name = nameOf(node)
  const findings: Diagnostic[] = [...block.findings]
  if (name === undefined) return { block, findings: finishFindings(findings, block, surroundings) }
  const report = (finding: Diagnostic) => findings.push(finding)
  const profile = profileOf(childOf(node, 'bundle.profile'), { source, report })
  const lowering = startLowering(block, surroundings, report, profile)
  const components = resolveComponents(lowering)
  const bundle = lowerBundle(node, name, components, lowering)
  findings.push(...findRepeatedNames(lowering))
  const { names, used } = lowering
  const isDoubtful = findings.some(({ severity }) => severity === 'error')
  findings.push(...runBundleChecks({ source, block: node, names, used, bundle, components }, isDoubtful))
  const unread = findUnreadScenarios(block, findings)
  return {
    block,
    bundle: {
      bundle,
      components,
      file: source.uri,
      ...(unread !== undefined && { unread }),
      ...(findings.some(isFault) && { faulty: true }),
      ...((isPartial(block, findings) || [...components.values()].some(({ partial }) => partial === true)) && {
        partial: true,
      }),
    },
    findings: finishFindings(findings, block, surroundings),
    waiting: isDoubtful ? ['子项和归并'] : [],
  }
}
