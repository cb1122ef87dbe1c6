import { assertNever } from '../base/assert-never.ts'
import { compare, divide, type Rational, subtract } from '../base/rational.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Target } from '../model/matter.ts'
import type { Quantity } from '../model/terms.ts'
import type { TimeLimit } from '../model/time-limit.ts'
import { ALWAYS, type Diagram, NEVER } from './decision-diagram.ts'
import type { GivenFigure, LimitClass, Measuring } from './measuring.ts'
import type { PathResult } from './path-result.ts'
import type { SituationWitness } from './situation.ts'

/** 口径: what is compared with what. */
export type Basis = NonNullable<Target['basis']>

/** 法定时限→承诺时限, which published programmes mean when they say nothing. */
export const DEFAULT_BASIS: Basis = { before: 'statutory', after: 'promised' }

/** One side of a comparison: a number of working days and where it comes from. */
export interface Figure {
  readonly quantity: Quantity
  /** Unit: workdays. */
  readonly workdays: Rational
  /** The limit as written, where the figure is one. */
  readonly limit: Duration | null
  readonly rule: TimeLimit | null
  /** The chain of steps, where the figure is a path or a sum. */
  readonly path: PathResult | null
}

/** A reduction of time (压减): in its worst situation where there are several. */
export interface Compression {
  readonly before: Figure
  readonly after: Figure
  /** (before − after) / before, exact; negative where the time grew (压减比例). */
  readonly ratio: Rational
  readonly situation: SituationWitness | null
}

/**
 * Why a matter cannot be measured by a basis: a side is missing (没有), is 无法定时限, or is zero so that nothing can be
 * divided by it; or the quantity is one of 一件事 or of finished cases (不适用).
 */
export interface Exclusion {
  readonly quantity: Quantity
  readonly because: 'missing' | 'unlimited' | 'zero' | 'notForMatter'
}

/** The outcome of measuring by a basis. */
export type Measured =
  | { readonly kind: 'measured'; readonly compression: Compression }
  | { readonly kind: 'excluded'; readonly exclusion: Exclusion }

interface FigureClass {
  readonly figure: Figure | undefined
  readonly situations: Diagram
}

/**
 * Measures the reduction of time by a basis. Where limits differ by situation, every pair of figures that can meet in one
 * situation is compared and the smallest reduction counts. Zero or missing bases are excluded, never divided.
 * `within` limits it to a set of situations.
 */
export function measureCompression(measuring: Measuring, basis: Basis, within: Diagram = ALWAYS): Measured {
  const { before, after } = basis
  const bases = figureClasses(measuring, before, within)
  if (bases === undefined) return excluded(before, 'notForMatter')
  if (bases.length === 0) return excluded(before, 'missing')
  let worst: Compression | undefined
  let reason: Exclusion | undefined
  for (const base of bases) {
    if (base.figure === undefined || base.figure.workdays.num === 0n) {
      reason ??= { quantity: before, because: base.figure === undefined ? 'unlimited' : 'zero' }
      continue
    }
    const nows = figureClasses(measuring, after, base.situations)
    if (nows === undefined) return excluded(after, 'notForMatter')
    if (nows.length === 0) reason ??= { quantity: after, because: 'missing' }
    for (const now of nows) {
      if (now.figure === undefined) reason ??= { quantity: after, because: 'unlimited' }
      else worst = worse(worst, compress(measuring, base.figure, now.figure, now.situations))
    }
  }
  if (worst !== undefined) return { kind: 'measured', compression: worst }
  return { kind: 'excluded', exclusion: reason ?? { quantity: after, because: 'missing' } }
}

/** The cut from one number of working days to another as a share of the first, which must not be zero. */
export function compressionRatio(before: Rational, after: Rational): Rational {
  return divide(subtract(before, after), before)
}

function excluded(quantity: Quantity, because: Exclusion['because']): Measured {
  return { kind: 'excluded', exclusion: { quantity, because } }
}

function worse(a: Compression | undefined, b: Compression): Compression {
  return a === undefined || compare(b.ratio, a.ratio) < 0 ? b : a
}

function compress(measuring: Measuring, before: Figure, after: Figure, situations: Diagram): Compression {
  const ratio = compressionRatio(before.workdays, after.workdays)
  return { before, after, ratio, situation: after.path?.situation ?? measuring.witnessOf(situations) }
}

/** The values of a quantity within a set of situations; undefined for quantities that a single matter does not have. */
function figureClasses(measuring: Measuring, quantity: Quantity, within: Diagram): readonly FigureClass[] | undefined {
  switch (quantity) {
    case 'statutory':
      return fromLimits(measuring, quantity, measuring.statutory(), within)
    case 'promised':
      return fromLimits(measuring, quantity, measuring.promised(), within)
    case 'formerPromise':
      return fromLimits(measuring, quantity, measuring.formerPromise(), within)
    case 'criticalPath':
      return fromPath(quantity, measuring.pathIn(within), within)
    // For a matter by itself the items are its steps: their promised times one after the other.
    case 'promisedSum':
      return fromPath(quantity, measuring.serialIn(within), within)
    case 'baseline':
    case 'actual':
      return fromOutside(quantity, measuring.options.given?.[quantity], within)
    case 'statutorySum':
    case 'bundlePromise':
      return undefined
    default:
      return assertNever(quantity)
  }
}

function fromOutside(
  quantity: Quantity,
  given: GivenFigure | null | undefined,
  situations: Diagram,
): readonly FigureClass[] | undefined {
  if (given === undefined || given === null) return given === null ? [] : undefined
  const { workdays, rule } = given
  return [{ figure: { quantity, workdays, limit: rule?.limit ?? null, rule, path: null }, situations }]
}

function fromLimits(
  measuring: Measuring,
  quantity: Quantity,
  classes: readonly LimitClass[],
  within: Diagram,
): readonly FigureClass[] {
  return classes.flatMap(({ rule, workdays, situations }) => {
    const shared = measuring.intersect(within, situations)
    if (shared === NEVER) return []
    const figure = workdays && { quantity, workdays, limit: rule.limit, rule, path: null }
    return [{ figure, situations: shared }]
  })
}

function fromPath(quantity: Quantity, path: PathResult | undefined, within: Diagram): readonly FigureClass[] {
  if (path === undefined) return []
  return [{ figure: { quantity, workdays: path.workdays, limit: null, rule: null, path }, situations: within }]
}
