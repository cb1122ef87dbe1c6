import type { SourceFile } from '../base/source-file.ts'
import type { CountingProfile } from '../calendar/profiles.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { buildGraph } from '../graph/build-graph.ts'
import { MATTER_TYPES } from '../model/terms.ts'
import { CHECK_TOPICS } from './checks/check-topics.ts'
import { runChecks } from './checks/checks.ts'
import { createContext } from './checks/create-context.ts'
import type { CompiledBlock, Surroundings } from './compiled-block.ts'
import { findDoubt } from './doubt.ts'
import { isFault } from './faults.ts'
import { finishFindings } from './finish-findings.ts'
import { decisionTableOf } from './lower/decision-tables.ts'
import type { Lowering } from './lower/lowering.ts'
import { lowerMatter } from './lower/matter.ts'
import { defaultProfile, profileOf } from './lower/profiles.ts'
import { childOf, nameOf, termOf } from './lower/read-node.ts'
import { indexNames } from './names/index-names.ts'
import { findRepeatedNames } from './names/repeated-names.ts'
import { isPartial } from './partial.ts'
import type { SourceBlock } from './split-blocks.ts'
import { linesOf } from './text/lines.ts'
import { findUnused } from './unread-lines.ts'
import { findUnreadScenarios } from './unread-scenarios.ts'

/** Compiles one 事项: names → model → graph → checks. */
export function compileMatter(block: SourceBlock, surroundings: Surroundings): CompiledBlock {
  const { node, source, lineOf } = block
  const findings = [...block.findings]
  const name = nameOf(node)
  if (name === undefined) {
    return { block, findings: finishFindings(findings, block, surroundings), waiting: CHECK_TOPICS }
  }
  const lowering = startLowering(block, surroundings, (finding) => findings.push(finding))
  const matter = lowerMatter(node, name, lowering)
  const { graph, problems } = buildGraph(matter)
  const { names, used } = lowering
  findings.push(...findRepeatedNames(lowering))
  const context = createContext(
    { source, lineOf, block: node, names, used, matter, graph, problems },
    surroundings.asOf,
  )
  const checked = runChecks(context, findDoubt(node, findings))
  findings.push(...checked.findings)
  const unread = findUnreadScenarios(block, findings)
  return {
    block,
    compiled: {
      matter,
      graph,
      file: source.uri,
      ...(unread !== undefined && { unread }),
      ...(findings.some(isFault) && { faulty: true }),
      ...(isPartial(block, findings) && { partial: true }),
    },
    findings: finishFindings(findings, block, surroundings),
    waiting: checked.waiting,
  }
}

/** Prepares the lowering of a block; `inherited` is the profile of what it is based on. */
export function startLowering(
  { node, source, lineOf, findings }: SourceBlock,
  { asOf, referenced, guesses, shared }: Surroundings,
  report: Lowering['report'],
  inherited?: CountingProfile,
): Lowering {
  const type = termOf(node, 'matter.type', MATTER_TYPES)
  const profile = profileOf(childOf(node, 'matter.profile'), { source, report }) ?? inherited ?? defaultProfile(type)
  return {
    source,
    lineOf,
    names: indexNames(node),
    profile,
    facts: new Map(),
    situations: new Set(),
    decisions: new Map(),
    decisionTable: decisionTableOf,
    used: new Set(),
    asOf,
    referenced,
    guesses,
    shared,
    isRejected: rejectedWords(source, findings),
    hasUnused: findUnused(node, findings),
    report,
  }
}

/** Whether a word stands in a line that the parser has rejected; the lines are only read when somebody asks. */
function rejectedWords(source: SourceFile, findings: readonly Diagnostic[]): (word: string) => boolean {
  let lines: readonly string[] | undefined
  return (word) => {
    lines ??= findings
      .filter(({ severity }) => severity === 'error')
      .map(({ labels }) => linesOf(source, labels[0].origin.span))
    return lines.some((line) => line.includes(word))
  }
}
