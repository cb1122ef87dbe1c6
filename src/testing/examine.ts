import type { CatalogueReport } from '../analysis/catalogue-report.ts'
import { type MatterReport, measureMatter, measuringOptions, type ReportOptions } from '../analysis/matter-report.ts'
import type { Origin, SourceFile } from '../base/source-file.ts'
import type { CompiledWorkspace } from '../compile/compiled.ts'
import { type Measured, measureCompression } from '../graph/compression.ts'
import { ALWAYS, type Diagram, NEVER } from '../graph/decision-diagram.ts'
import type { Facts } from '../graph/fact-value.ts'
import { type Measuring, startMeasuring } from '../graph/measuring.ts'
import type { PathResult } from '../graph/path-result.ts'
import type { Matter } from '../model/matter.ts'
import { type GivenFacts, readFacts } from './read-facts.ts'
import { type BasisWords, readBasisWords } from './read-words.ts'
import { mattersIn, type TestedMatter } from './tested-matter.ts'

/** What `expect` may be given where time is measured (受测对象): a matter, a workspace, or what a report found. */
export type Measurable = TestedMatter | CompiledWorkspace | MatterReport | CatalogueReport

/** How a matcher measures (核算口径). */
export interface MeasureOptions extends Omit<ReportOptions, 'basis' | 'actual'> {
  /** Default: 法定时限→承诺时限. */
  readonly basis?: BasisWords
  /** What is known of the case; without it the worst situation counts. */
  readonly given?: GivenFacts
  /** The name of a 情形 that holds; without it the worst situation counts. */
  readonly situation?: string
}

/** One matter as measured for a matcher. */
export interface Examined {
  readonly report: MatterReport
  readonly measured: Measured
  /** Null where no situation that is given can occur, or where there are no steps. */
  readonly path: PathResult | null
  /** False where the facts given exclude each other. */
  readonly possible: boolean
  /** What the test gives of the case, which messages need not tell. */
  readonly given: Facts
  readonly sources: readonly SourceFile[] | undefined
}

/** Measures what a test is about, each matter in the situations that the test gives (核算受测对象). */
export function examine(received: Measurable, options: MeasureOptions): readonly Examined[] {
  if ('criticalPath' in received) return [asReported(received, options)]
  if ('total' in received) return received.matters.map((report) => asReported(report, options))
  const matters: readonly TestedMatter[] =
    'sources' in received && 'versions' in received ? mattersIn(received) : [received]
  return matters.map((matter) => examineMatter(matter, options))
}

/** What a report says already: its 口径 and its date are settled. */
function asReported(report: MatterReport, options: MeasureOptions): Examined {
  const settled = Object.entries(options).find(([, value]) => value !== undefined)?.[0]
  if (settled !== undefined) {
    throw new TypeError(`报告已经定了口径，不能再给“${settled}”；请改为核对事项或者工作区`)
  }
  return {
    report,
    measured: report.measured,
    path: report.criticalPath,
    possible: true,
    given: NOTHING_GIVEN,
    sources: undefined,
  }
}

function examineMatter(tested: TestedMatter, options: MeasureOptions): Examined {
  const { basis, given, situation, ...rest } = options
  const settings: ReportOptions = {
    ...rest,
    asOf: options.asOf ?? tested.asOf,
    ...(basis !== undefined && { basis: readBasisWords(basis) }),
  }
  const report = measureMatter(tested, settings)
  const measuring = startMeasuring(tested.matter, tested.graph, measuringOptions(tested, settings))
  const facts = given === undefined ? NOTHING_GIVEN : readFacts(tested.matter, given)
  const within = situationsOf(measuring, facts, situation)
  return {
    report,
    measured: within === ALWAYS ? report.measured : measureCompression(measuring, report.basis, within),
    path: within === ALWAYS ? report.criticalPath : (measuring.pathIn(within) ?? null),
    possible: within !== NEVER,
    given: facts,
    sources: tested.sources,
  }
}

const NOTHING_GIVEN: Facts = new Map()

function situationsOf(measuring: Measuring, given: Facts, situation: string | undefined): Diagram {
  const { matter } = measuring
  const facts = given.size === 0 ? ALWAYS : measuring.space().given(given)
  if (situation === undefined) return facts
  const names = matter.situations.map(({ name }) => name)
  if (!names.includes(situation)) {
    const others = names.length === 0 ? '一个情形也没有写' : `有：${names.join('、')}`
    throw new TypeError(`事项“${matter.name}”没有情形“${situation}”；${others}`)
  }
  return measuring.intersect(facts, measuring.space().diagramOf({ kind: 'situation', situation }))
}

/** Where the steps of a path stand. */
export function originsOfSteps(matter: Matter, path: PathResult | null): readonly (Origin | undefined)[] {
  const steps = path?.steps.map(({ name }) => name) ?? []
  const parts = [...matter.flow.flatMap((item) => (item.kind === 'step' ? [item] : [])), ...matter.specialProcedures]
  return steps.map((name) => parts.find((part) => part.name === name)?.origin)
}
