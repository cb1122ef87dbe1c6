import type { Former } from '../analysis/streamlining.ts'
import { parseCivilDate } from '../calendar/civil-date.ts'
import type { CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import { isFault } from '../compile/faults.ts'
import { printDate } from '../graph/situation.ts'
import { compileSources } from './compile-sources.ts'
import type { CliIo } from './io.ts'
import { readWorkspace } from './read-sources.ts'

/** What the matters of a report are compared with (对比的一版). */
export interface Formers {
  /** In words: 前一版. */
  readonly label: string
  /** Errors in files that are read only for the comparison. */
  readonly errors: number
  /** Null where a matter has nothing to be compared with, or what lines of could not be used. */
  readonly formerOf: (current: CompiledMatter) => Former | null
}

/** The word for the version before the one in force. */
const PREVIOUS = '前一版'

/**
 * Reads `--against` (与哪一版比): 前一版, a date for the version in force on it, or a folder with the matters of before, found by
 * name and else by 编码.
 */
export async function findFormers(
  written: string,
  workspace: CompiledWorkspace,
  asOf: string,
  io: CliIo,
): Promise<Formers> {
  const { versions } = workspace
  if (written === PREVIOUS) {
    return {
      label: PREVIOUS,
      errors: 0,
      formerOf: ({ matter, previous }) => {
        const all = versions.get(matter.name) ?? []
        const isPartial = all.some((each) => each.matter === previous?.matter && each.partial === true)
        return isPartial ? null : (previous ?? null)
      },
    }
  }
  if (parseCivilDate(written).ok) {
    return {
      label: `${printDate(written)}有效的一版`,
      errors: 0,
      formerOf: ({ matter }) => {
        const valid = (versions.get(matter.name) ?? []).find(
          ({ from, to }) => (from === undefined || from <= written) && (to === undefined || written <= to),
        )
        return valid === undefined || valid.partial === true
          ? null
          : { matter: valid.matter, graph: valid.graph, asOf: written }
      },
    }
  }
  const read = await readWorkspace([written], io)
  const { matters, diagnostics } = compileSources(read, asOf, io)
  const byCode = new Map([...matters.values()].map((each) => [each.matter.code, each]))
  return {
    label: `“${written}”`,
    errors: [...read.diagnostics, ...diagnostics].filter(isFault).length,
    formerOf: ({ matter }) => {
      const same = matters.get(matter.name) ?? (matter.code === undefined ? undefined : byCode.get(matter.code))
      return same === undefined || same.partial === true ? null : { matter: same.matter, graph: same.graph, asOf }
    },
  }
}
