import { add, parseRational, printRational, type Rational } from '../../base/rational.ts'
import { type Duration, printDuration } from '../../calendar/duration.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { FlowItem, Step, StepLimit } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import type { Draft } from '../lower/draft.ts'
import { organisationOf } from '../lower/organisations.ts'
import { childrenOf, originOf, textOf } from '../lower/read-node.ts'
import { lowerAnnotations } from '../lower/sources.ts'
import { lowerStepLimits } from '../lower/step-limits.ts'
import { resolveName } from '../names/resolve-name.ts'
import { isLonger } from './longer.ts'
import { isAllowed, type Refining } from './refining.ts'
import { isSame } from './restated.ts'
import { namesAmong } from './waivers.ts'

/** 合并环节: several steps become one, in the place of the first; needs 环节可以合并. */
export function applyMergers(draft: Draft<Matter>, refining: Refining): void {
  const { block, lowering } = refining
  for (const line of childrenOf(block, 'merger')) {
    const steps = draft.flow.filter((item) => item.kind === 'step')
    const listed = namesAmong(line, steps, lowering).map((name) => resolveName(name, 'steps', lowering))
    const merged = steps.filter(({ name }) => listed.includes(name))
    const [first] = merged
    if (first === undefined || listed.includes(undefined)) continue
    const place = originOf(lowering.source, line)
    const reason = reasonAgainst(merged, draft.flow)
    if (reason !== undefined) {
      lowering.report(diagnose('ZW8010', { steps: merged.map(({ name }) => name), reason }, place))
      continue
    }
    const words = { what: '环节', from: `${merged.length}个`, to: '1个' }
    const deviation = { element: 'flow', direction: 'merge', ...words, place, against: first.origin } as const
    if (!isAllowed(deviation, refining)) continue
    const whole = mergeSteps(merged, first, line, refining)
    if (whole !== undefined) replaceSteps(draft, merged, whole)
  }
}

/** Why steps cannot become one: only one of them, a 分流 or a step between them, or an end among them. */
function reasonAgainst(merged: readonly Step[], flow: readonly FlowItem[]): string | undefined {
  if (merged.length < 2) return '至少要有两个不同的环节'
  const [first] = merged
  const last = merged.at(-1)
  const between = flow.slice(first === undefined ? 0 : flow.indexOf(first), last === undefined ? 0 : flow.indexOf(last))
  const choice = between.find((item) => item.kind === 'choice')
  if (choice !== undefined) return `中间隔着分流“${choice.name}”`
  const targets = new Set(
    flow.flatMap((item) =>
      item.kind === 'choice' ? [...item.branches.map(({ target }) => target), item.otherwise ?? ''] : [],
    ),
  )
  const branch = merged.find(({ name }) => targets.has(name))
  if (branch !== undefined) return `“${branch.name}”是分流的一支`
  const other = between.find((item) => item.kind === 'step' && !merged.includes(item))
  if (other?.kind === 'step') return `中间隔着环节“${other.name}”`
  const end = merged.find((step) => step.terminates && step !== last)
  return end === undefined ? undefined : `“${end.name}”办完就终止了`
}

function mergeSteps(merged: readonly Step[], first: Step, line: SyntaxNode, refining: Refining): Step | undefined {
  const { lowering } = refining
  const limits = mergeLimits(merged, line, refining)
  if (limits === undefined) return undefined
  const { notes } = lowerAnnotations(line, lowering)
  // How long the steps took apart says nothing about the whole.
  const { when: _when, role: _role, department: _department, after: _after, timeTaken: _taken, ...rest } = first
  const names = new Set(merged.map(({ name }) => name))
  const after = first.after?.filter((name) => !names.has(name))
  const role = textOf(line, 'adjustment.role') ?? shared(merged.map((step) => step.role))
  const department =
    organisationOf(line, 'adjustment.department', lowering) ?? shared(merged.map((step) => step.department))
  const when = shared(merged.map((step) => step.when))
  return {
    ...rest,
    name: textOf(line, 'merger.name') ?? merged.map(({ name }) => name).join('并'),
    stages: union(merged.map(({ stages }) => stages)),
    limits,
    modes: union(merged.map(({ modes }) => modes)),
    outputs: union(merged.map(({ outputs }) => outputs)),
    collects: union(merged.map(({ collects }) => collects)),
    terminates: merged.some(({ terminates }) => terminates),
    sources: merged.flatMap(({ sources }) => sources),
    notes: [...merged.flatMap((step) => step.notes), ...notes],
    ...(role !== undefined && { role }),
    ...(department !== undefined && { department }),
    ...(when !== undefined && { when }),
    ...(after !== undefined && after.length > 0 && { after }),
    origin: originOf(lowering.source, line),
  }
}

/** The limit of the whole: as written, at most the sum of the parts; else that sum. */
function mergeLimits(merged: readonly Step[], line: SyntaxNode, refining: Refining): readonly StepLimit[] | undefined {
  const { lowering } = refining
  const own = lowerStepLimits(line, 'adjustment.limit', lowering)
  const sum = sumOf(merged)
  const [first] = own
  if (first === undefined) {
    if (sum !== undefined) return [{ limit: sum }]
    if (merged.every(({ limits }) => limits.length === 0)) return []
    const params = { entry: '合并环节', keyword: '时限', purpose: '这些环节的时限不能直接相加，请写明合并后一共要多久' }
    lowering.report(diagnose('ZW2007', params, originOf(lowering.source, line)))
    return undefined
  }
  const longer = sum && own.find(({ limit }) => isLonger(limit, sum))
  if (longer === undefined || sum === undefined) return own
  const deviation = {
    element: 'stepLimits',
    direction: 'free',
    what: '合并后的时限',
    from: printDuration(sum),
    to: printDuration(longer.limit),
    place: longer.origin ?? originOf(lowering.source, line),
    against: merged[0]?.origin,
  } as const
  return isAllowed(deviation, refining) ? own : [{ limit: sum }]
}

/** What the limits of steps that always take the same time add up to; undefined where they do not add up. */
function sumOf(steps: readonly Step[]): Duration | undefined {
  let sum: Duration = { unit: 'instant' }
  for (const { limits } of steps) {
    const [only] = limits
    if (only === undefined || limits.length > 1 || only.when !== undefined) return undefined
    const { limit } = only
    if (limit.unit === 'instant') continue
    if (!('amount' in limit)) return undefined
    if (!('amount' in sum)) {
      sum = limit
      continue
    }
    const before: Rational | undefined = parseRational(sum.amount)
    const more = parseRational(limit.amount)
    if (before === undefined || more === undefined || limit.unit !== sum.unit) return undefined
    sum = { unit: limit.unit, amount: printRational(add(before, more)) }
  }
  return sum
}

/** Puts the whole in the place of its parts, wherever they are named. */
function replaceSteps(draft: Draft<Matter>, merged: readonly Step[], whole: Step): void {
  const names = new Set(merged.map(({ name }) => name))
  const rename = (name: string): string => (names.has(name) ? whole.name : name)
  const renameAll = (list: readonly string[]): readonly string[] => [...new Set(list.map(rename))]
  const [first] = merged
  draft.flow = draft.flow.flatMap((item): readonly FlowItem[] => {
    if (item === first) return [whole]
    if (item.kind === 'step') {
      if (names.has(item.name)) return []
      return [item.after === undefined ? item : { ...item, after: renameAll(item.after) }]
    }
    if (item.kind === 'choice') return [item]
    const steps = renameAll(item.steps)
    return steps.length > 1 ? [{ ...item, steps }] : []
  })
  draft.supplements = draft.supplements.map((each) =>
    each.step === undefined ? each : { ...each, step: rename(each.step) },
  )
  draft.specialProcedures = draft.specialProcedures.map((each) =>
    each.placement === undefined
      ? each
      : { ...each, placement: { ...each.placement, step: rename(each.placement.step) } },
  )
}

/** What all parts have in common; undefined where they differ. */
function shared<T>(values: readonly T[]): T | undefined {
  return values.every((value) => isSame(value, values[0])) ? values[0] : undefined
}

function union<T>(lists: readonly (readonly T[])[]): readonly T[] {
  return [...new Set(lists.flat())]
}
