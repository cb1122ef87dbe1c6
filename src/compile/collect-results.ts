import type { Overlay } from '../calendar/arrangement.ts'
import type { CompiledBundle, CompiledMatter, CompiledWorkspace, MatterVersion } from './compiled.ts'
import type { CompiledBlock } from './compiled-block.ts'
import type { Corpus } from './corpus/corpus.ts'
import { type Version, versionAlone, versionOn } from './corpus/timelines.ts'
import type { SourceBlock } from './split-blocks.ts'

/** Collects what the blocks of a workspace define, by name (编译结果); of several of one name the first stands. */
export function collectResults(
  { blocks, timelines }: Corpus,
  compiledOf: (block: SourceBlock) => CompiledBlock | undefined,
  asOf: string | undefined,
): Pick<CompiledWorkspace, 'matters' | 'versions' | 'bundles' | 'calendars'> {
  const matters = new Map<string, CompiledMatter>()
  const versions = new Map<string, readonly MatterVersion[]>()
  const bundles = new Map<string, CompiledBundle>()
  const calendars = new Map<string, Overlay>()
  for (const block of blocks) {
    const own = compiledOf(block)
    if (own?.calendar !== undefined && !calendars.has(own.calendar.name)) calendars.set(own.calendar.name, own.calendar)
    if (own?.compiled === undefined && own?.bundle === undefined) continue
    const timeline = timelines.get(block)
    const chosen = timeline === undefined ? own : compiledOf(versionOn(timeline, asOf).block)
    const bundle = chosen?.bundle
    if (bundle !== undefined && !bundles.has(bundle.bundle.name)) bundles.set(bundle.bundle.name, bundle)
    const name = chosen?.compiled?.matter.name
    if (chosen?.compiled === undefined || name === undefined || matters.has(name)) continue
    matters.set(name, chosen.compiled)
    versions.set(name, timeline === undefined ? versionsAlone(own) : versionsOf(timeline, compiledOf))
  }
  addScenarios(
    matters,
    versions,
    blocks.flatMap((block) => compiledOf(block) ?? []),
  )
  return { matters, versions, bundles, calendars }
}

/** Gives each matter, in the version that is meant, the scenarios that stand elsewhere and name it by 针对. */
function addScenarios(
  matters: Map<string, CompiledMatter>,
  versions: Map<string, readonly MatterVersion[]>,
  compiled: readonly CompiledBlock[],
): void {
  for (const { scenario: outside } of compiled) {
    const target = outside?.target.compiled
    if (outside === undefined || target === undefined) continue
    const add = <T extends CompiledMatter>(one: T): T =>
      one.graph === target.graph
        ? { ...one, matter: { ...one.matter, scenarios: [...one.matter.scenarios, outside.scenario] } }
        : one
    const { name } = target.matter
    const current = matters.get(name)
    if (current !== undefined) matters.set(name, add(current))
    versions.set(name, (versions.get(name) ?? []).map(add))
  }
}

const known = new WeakMap<CompiledBlock, readonly MatterVersion[]>()

/** The one version of a matter that has no other. */
function versionsAlone(only: CompiledBlock): readonly MatterVersion[] {
  let versions = known.get(only)
  if (versions === undefined) {
    versions = versionsOf([versionAlone(only.block)], () => only)
    known.set(only, versions)
  }
  return versions
}

function versionsOf(
  timeline: readonly Version[],
  compiledOf: (block: SourceBlock) => CompiledBlock | undefined,
): readonly MatterVersion[] {
  return timeline.flatMap(({ block, from, to }) => {
    const version = compiledOf(block)?.compiled
    if (version === undefined) return []
    return { ...version, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  })
}
