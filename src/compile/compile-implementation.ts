import { findProfile } from '../calendar/profiles.ts'
import { diagnose } from '../diagnostics/diagnose.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { runChecks } from './checks/checks.ts'
import { createContext } from './checks/create-context.ts'
import { startLowering } from './compile-matter.ts'
import type { CompiledMatter } from './compiled.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { type Area, findDoubt } from './doubt.ts'
import { isFault } from './faults.ts'
import { finishFindings } from './finish-findings.ts'
import { flatten } from './implementation/flatten.ts'
import { inheritFacts, inheritNames, withMergedSteps } from './implementation/inherited-names.ts'
import { placeLocally } from './implementation/local-findings.ts'
import { startRefining } from './implementation/refining.ts'
import type { Lowering } from './lower/lowering.ts'
import { lowerMatter } from './lower/matter.ts'
import { childOf, nameOf, originOf } from './lower/read-node.ts'
import { missingBlock } from './names/missing-block.ts'
import { findRepeatedNames } from './names/repeated-names.ts'
import { isPartial } from './partial.ts'
import type { SourceBlock } from './split-blocks.ts'
import { findUnreadScenarios } from './unread-scenarios.ts'

/**
 * Compiles one 实施清单: what it is based on → its own lines → the flattened matter → graph → checks. The base has been
 * compiled before it, and may be an 实施清单 itself.
 */
export function compileImplementation(block: SourceBlock, surroundings: Surroundings): CompiledBlock {
  const { node, source, lineOf } = block
  const findings = [...block.findings]
  const report = (finding: Diagnostic): void => void findings.push(finding)
  const name = nameOf(node)
  const line = childOf(node, 'implementation.base')
  const base = baseOf(block, surroundings, report)
  if (name === undefined || line === undefined || base?.compiled === undefined) {
    return { block, findings: finishFindings(findings, block, surroundings) }
  }
  const above = base.compiled.matter
  const inherited = inheritNames(above, line)
  const lowering: Lowering = {
    ...startLowering(block, surroundings, report, findProfile(above.profile)),
    facts: new Map(inheritFacts(above)),
    situations: new Set(inherited.situations?.keys()),
    inherited,
  }
  const local = lowerMatter(node, name, { ...lowering, inherited: withMergedSteps(inherited, node) })
  const level = base.block.node.construct === 'implementation' ? '上级实施清单' : '基本事项'
  const matter = flatten(startRefining({ base: above, above: level, local, block: node, lowering }))
  const { graph, problems } = buildGraph(matter)
  const { names, used } = lowering
  findings.push(...findRepeatedNames(lowering))
  const given = { source, lineOf, block: node, names, used, matter, graph, problems }
  const doubtful = findDoubt(node, findings)
  for (const area of inheritedDoubt(base)) doubtful.add(area)
  const checked = runChecks(createContext(given, surroundings.asOf), doubtful)
  findings.push(...placeLocally(checked.findings, block, base))
  const unread = findUnreadScenarios(block, findings)
  const basedOn = base.compiled
  const compiled: CompiledMatter = {
    matter,
    graph,
    file: source.uri,
    basedOn,
    ...(unread !== undefined && { unread }),
    ...((basedOn.faulty === true || findings.some(isFault)) && { faulty: true }),
    ...((basedOn.partial === true || isPartial(block, findings)) && { partial: true }),
  }
  return { block, compiled, base, findings: finishFindings(findings, block, surroundings), waiting: checked.waiting }
}

/** What the 实施清单 is based on; what is not in the workspace is reported: 清单之外无审批. */
function baseOf(
  { node, source }: SourceBlock,
  surroundings: Surroundings,
  report: Lowering['report'],
): CompiledBlock | undefined {
  const line = childOf(node, 'implementation.base')
  if (line === undefined) {
    const params = {
      entry: `实施清单“${nameOf(node)?.text ?? ''}”`,
      keyword: '基于',
      purpose: '清单之外无审批：请写明它实施的是哪个基本事项；清单里没有的，应先列入清单',
    }
    report(diagnose('ZW2007', params, originOf(source, node)))
    return undefined
  }
  const name = nameOf(line)
  const base = name && surroundings.referenced.get(name.key)
  if (name !== undefined && base === undefined) {
    const help =
      '清单之外无审批：请核对基本事项的名称；它在别的文件里的，请把那个文件一起检查，例如 zw check 文件夹；清单里没有这个事项的，应先列入清单'
    report(missingBlock(name, source, surroundings, { kinds: '事项或者实施清单', help }))
  }
  return base
}

/** What cannot be relied upon because lines above could not be read. What the checks found there says nothing here. */
function inheritedDoubt({ block, findings, base }: CompiledBlock): ReadonlySet<Area> {
  const unread = findings.filter(({ code }) => code < 'ZW6')
  return new Set([...findDoubt(block.node, unread), ...(base === undefined ? [] : inheritedDoubt(base))])
}
