import type { Woken } from './wake-case.ts'

/** What one look for cases whose time has come did (到时处理结果). */
export interface DueRun {
  /** How many cases something happened to. */
  readonly ticked: number
  /** Cases that cannot go on until a person has looked at them, with the reason. */
  readonly broken: readonly Extract<Woken, { readonly kind: 'broken' }>[]
}

/** Sums up what became of the cases that were woken. */
export function summarizeWoken(woken: Iterable<Woken>): DueRun {
  const all = [...woken]
  return {
    ticked: all.filter(({ kind }) => kind === 'ticked').length,
    broken: all.filter((one) => one.kind === 'broken'),
  }
}
