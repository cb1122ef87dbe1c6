import type { DiagnosticCode, ParamsByCode } from '../../diagnostics/catalogue.ts'
import type { Fix } from '../../diagnostics/diagnostic.ts'
import { fix, found, type Reading, type Replacement } from './reading.ts'
import { offsetIn, type Slice, spanIn } from './slice.ts'

/** A condition while it is being read: its text, and whether something in it has been reported. */
export interface ConditionState {
  readonly reading: Reading
  readonly slice: Slice
  /** True where the names may be those of another block: a word that none of this block has is left to the compiler. */
  readonly foreign?: boolean
  /** True after an error: one condition gets one error, whatever follows from it. */
  failed: boolean
  /** True when the value cannot be used because of the error. */
  unreadable: boolean
}

/** A way to mend a condition; places are those of the slice. */
export interface ConditionFix {
  readonly title: string
  readonly applicability: Fix['applicability']
  readonly edits: readonly Replacement[]
}

/** Errors that a name which could not be read may be the cause of. */
const ERRORS_OF_NAMES: ReadonlySet<DiagnosticCode> = new Set(['ZW3002', 'ZW3003', 'ZW3004'])

/** Reports an error of a condition, once; `usable` when its meaning is clear all the same. */
export function fail<C extends DiagnosticCode>(
  state: ConditionState,
  code: C,
  params: ParamsByCode[C],
  start: number,
  end: number,
  usable: boolean,
  fixes: readonly ConditionFix[] = [],
): void {
  if (!usable) state.unreadable = true
  if (state.failed) return
  state.failed = true
  if (state.reading.scope.incomplete && ERRORS_OF_NAMES.has(code)) return
  tell(state, code, params, start, end, fixes)
}

/** Reports a finding of a condition without giving it up. */
function tell<C extends DiagnosticCode>(
  state: ConditionState,
  code: C,
  params: ParamsByCode[C],
  start: number,
  end: number,
  fixes: readonly ConditionFix[],
): void {
  const { reading, slice } = state
  found(reading, code, params, spanIn(slice, start, end), () =>
    fixes.map(({ title, applicability, edits }) =>
      fix(
        reading,
        title,
        applicability,
        edits.map((edit) => ({ ...edit, start: offsetIn(slice, edit.start), end: offsetIn(slice, edit.end) })),
      ),
    ),
  )
}
