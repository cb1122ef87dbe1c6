import { type Conversion, DEFAULT_CONVERSION } from '../calendar/duration.ts'
import { type Basis, DEFAULT_BASIS } from '../graph/compression.ts'
import type { CountFrom } from '../graph/counted-time.ts'
import { type CatalogueTotal, totalOf } from './catalogue-total.ts'
import { type Grouping, groupReports, type ReportGroup } from './group-reports.ts'
import { type MatterReport, type MeasurableMatter, measureMatter, type ReportOptions } from './matter-report.ts'

/** How the 目标 over several matters came out, as `zw verify` judges them (一批事项的目标). */
export interface SelectionStandings {
  readonly met: number
  /** With those of which nobody can say it. */
  readonly missed: number
  /** Not judged: the report is about some of the matters only. */
  readonly unchecked: number
}

/** What errors in the files leave out of a report (有错误的). */
export interface ReportFaults {
  /** Errors in the files. */
  readonly errors: number
  /** The names of the matters that were not measured, since lines of them could not be used. */
  readonly matters: readonly string[]
}

/** The report on a catalogue of matters (目录核算), with everything that its figures rest on. */
export interface CatalogueReport {
  /** What the matters are compared with, in words; undefined where they are compared with nothing. */
  readonly against: string | undefined
  readonly asOf: string | undefined
  readonly basis: Basis
  readonly conversion: Conversion
  readonly countFrom: CountFrom
  readonly matters: readonly MatterReport[]
  readonly total: CatalogueTotal
  /** The totals by group; null where none was asked for. */
  readonly grouped: { readonly by: Grouping; readonly groups: readonly ReportGroup[] } | null
  /** Undefined where nobody told of any. */
  readonly selections?: SelectionStandings | undefined
  /** Undefined where the files have no errors. */
  readonly faults?: ReportFaults | undefined
}

/** How a catalogue is reported: as its matters are, and by which groups. */
export interface CatalogueOptions extends ReportOptions {
  /** What the matters are compared with, in words, where they are: 前一版. */
  readonly against?: string | undefined
  readonly by?: Grouping | undefined
  /** How the 目标 over several matters came out, to be told beside those of each matter. */
  readonly selections?: SelectionStandings | undefined
  /** What was left out before, to be told above the figures. */
  readonly faults?: ReportFaults | undefined
}

/** Measures every matter of a catalogue and adds them up. */
export function measureCatalogue(
  measurables: Iterable<MeasurableMatter>,
  options: CatalogueOptions = {},
): CatalogueReport {
  const matters = Array.from(measurables, (measurable) => measureMatter(measurable, options))
  return {
    asOf: options.asOf,
    against: options.against,
    basis: options.basis ?? DEFAULT_BASIS,
    conversion: options.conversion ?? DEFAULT_CONVERSION,
    countFrom: options.countFrom ?? 'application',
    matters,
    total: totalOf(matters),
    grouped: options.by === undefined ? null : { by: options.by, groups: groupReports(matters, options.by) },
    ...(options.selections !== undefined && { selections: options.selections }),
    ...(options.faults !== undefined && { faults: options.faults }),
  }
}
