import type { Former } from '../analysis/streamlining.ts'
import { parseCivilDate } from '../calendar/civil-date.ts'
import type { CompiledMatter, CompiledWorkspace } from '../compile/compiled.ts'
import { printDate } from '../graph/situation.ts'
import { compileSources } from './compile-sources.ts'
import type { CliIo } from './io.ts'
import { readWorkspace } from './read-sources.ts'

/** What the matters of a report are compared with (对比的一版). */
export interface Formers {
  /** In words: 前一版. */
  readonly label: string
  /** Null where a matter has nothing to be compared with. */
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
  if (written === PREVIOUS) return { label: PREVIOUS, formerOf: ({ previous }) => previous ?? null }
  if (parseCivilDate(written).ok) {
    return {
      label: `${printDate(written)}有效的一版`,
      formerOf: ({ matter }) => {
        const valid = (versions.get(matter.name) ?? []).find(
          ({ from, to }) => (from === undefined || from <= written) && (to === undefined || written <= to),
        )
        return valid === undefined ? null : { matter: valid.matter, graph: valid.graph, asOf: written }
      },
    }
  }
  const { matters } = compileSources(await readWorkspace([written], io), asOf, io)
  const byCode = new Map([...matters.values()].map((each) => [each.matter.code, each]))
  return {
    label: `“${written}”`,
    formerOf: ({ matter }) => {
      const same = matters.get(matter.name) ?? (matter.code === undefined ? undefined : byCode.get(matter.code))
      return same === undefined ? null : { matter: same.matter, graph: same.graph, asOf }
    },
  }
}
