import type { Bundle, OutputReuse } from '../../../model/bundle.ts'

/** What 结果复用 says of each result, lines about the same one put together: what takes one result in its place is one document. */
export function reusedOutputs({ outputReuses }: Bundle): readonly OutputReuse[] {
  const byOutput = new Map<string, OutputReuse>()
  for (const reuse of outputReuses) {
    const key = `${reuse.output.component}·${reuse.output.name}`
    const known = byOutput.get(key)
    byOutput.set(key, known === undefined ? reuse : { ...known, materials: [...known.materials, ...reuse.materials] })
  }
  return [...byOutput.values()]
}
