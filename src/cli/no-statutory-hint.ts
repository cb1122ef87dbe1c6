import type { ReportExclusion } from '../analysis/exclusion.ts'
import type { VerifyOutcome } from '../analysis/verify-json.ts'
import type { CompiledBundle } from '../compile/compiled.ts'
import type { Undecided } from '../graph/target-verdict.ts'

/**
 * What to do where `--each` or `--total` finds matters without 法定时限 (没有法定时限怎么办): these options compare 法定时限→承诺时限 of
 * single matters, and what a 一件事 cuts stands in its own 目标. Undefined where there are none.
 */
export function noStatutoryHint(
  { targets, sum, unchecked }: Pick<VerifyOutcome, 'targets' | 'sum' | 'unchecked'>,
  bundles: readonly CompiledBundle[],
): string | undefined {
  const ofEach = targets.checks.flatMap(({ matter, verdict }) =>
    verdict.kind === 'undecided' && verdict.target.origin === undefined && lacksStatutory(verdict.because)
      ? [matter]
      : [],
  )
  // A sum is told with those that it leaves out; only where nothing is left there is something to be done.
  const ofSum =
    sum?.sums === null ? sum.excluded.flatMap(({ matter, because }) => (lacksStatutory(because) ? [matter] : [])) : []
  const names = new Set([...ofEach, ...ofSum])
  if (names.size === 0) return undefined
  const options = [...(ofEach.length > 0 ? ['--each'] : []), ...(ofSum.length > 0 ? ['--total'] : [])].join('、')
  const why = `${options} 按“法定时限→承诺时限”核对事项，${names.size}项没有法定时限，没有可以比的`
  const holding = bundles.filter(({ components }) =>
    [...components.values()].some(({ matter }) => names.has(matter.name)),
  )
  if (holding.length === 0) return `${why}。要按别的口径比的，在事项里写“目标：”和“口径：”。`
  const which = holding.map(({ bundle }) => `“${bundle.name}”`).join('')
  const isWritten = holding.every(({ bundle }) => bundle.targets.some(({ subject }) => subject === 'time'))
  const done = isWritten
    ? unchecked === undefined
      ? '这里已经写了，上面核对过了。'
      : '这里已经写了，不加 --where 就核对。'
    : ''
  return `${why}。它们是一件事${which}的子项：一件事压减多少，写在它自己的“目标：”里，如“压减时限：不低于60%”、“口径：基准时限→联办承诺时限”。${done}`
}

function lacksStatutory(because: ReportExclusion | Undecided): boolean {
  return 'quantity' in because && because.quantity === 'statutory'
}
