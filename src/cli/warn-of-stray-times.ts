import type { Matter } from '../model/matter.ts'
import type { CliIo } from './io.ts'

/** So many matters are named; of more only the number. */
const MOST = 5

/**
 * Says on standard error which steps of `--actual` no matter has: a name that is spelt another way would otherwise be left
 * out in silence.
 */
export function warnOfStrayTimes(
  path: string,
  steps: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  matters: readonly Matter[],
  io: CliIo,
): void {
  const strays = [...steps].flatMap(([name, bySteps]) => {
    const meant = matters.filter((matter) => matter.name === name || matter.code === name)
    if (meant.length === 0) return [`没有事项“${name}”，它的环节用时没有用上`]
    const known = new Set(meant.flatMap(namesOf))
    const unknown = [...bySteps.keys()].filter((step) => !known.has(step))
    return unknown.length === 0 ? [] : [`事项“${name}”没有环节“${unknown.join('”“')}”，这些用时没有用上`]
  })
  for (const stray of strays.slice(0, MOST)) io.err(`zw：“${path}”：${stray}\n`)
  if (strays.length > MOST) io.err(`zw：“${path}”：还有${strays.length - MOST}个事项也有对不上的\n`)
}

function namesOf({ flow, specialProcedures }: Matter): readonly string[] {
  return [...flow, ...specialProcedures].flatMap((item) => ('name' in item ? [item.name] : []))
}
