import type { Overlay } from '../calendar/arrangement.ts'
import type { CompiledBlocks } from './compile-blocks.ts'
import type {
  CompiledBundle,
  CompiledMatter,
  CompiledSelectionTarget,
  CompiledWorkspace,
  MatterVersion,
} from './compiled.ts'
import type { CompiledBlock } from './compiled-block.ts'
import type { BlockHeader } from './corpus/block-header.ts'
import { type Version, versionAlone, versionOn } from './corpus/timelines.ts'

/** What the blocks of a workspace define, by name. */
type Results = Pick<CompiledWorkspace, 'matters' | 'versions' | 'bundles' | 'calendars' | 'selectionTargets'>

/** Collects what the blocks of a workspace define, by name (编译结果); of several of one name the first stands. */
export function collectResults({ plan, known }: CompiledBlocks, asOf: string | undefined): Results {
  const compiledOf = (header: BlockHeader) => known[plan.ranks.get(header) ?? -1]?.compiled
  const { blocks, timelines } = plan.corpus
  const matters = new Map<string, CompiledMatter>()
  const versions = new Map<string, readonly MatterVersion[]>()
  const bundles = new Map<string, CompiledBundle>()
  const calendars = new Map<string, Overlay>()
  const selectionTargets = new Map<string, CompiledSelectionTarget>()
  for (const header of blocks) {
    const own = compiledOf(header)
    if (own?.calendar !== undefined && !calendars.has(own.calendar.name)) calendars.set(own.calendar.name, own.calendar)
    const goal = own?.selectionTarget
    if (goal !== undefined && !selectionTargets.has(goal.target.name)) selectionTargets.set(goal.target.name, goal)
    if (own?.compiled === undefined && own?.bundle === undefined) continue
    const timeline = timelines.get(header)
    const chosen = timeline === undefined ? own : compiledOf(versionOn(timeline, asOf).block)
    const bundle = chosen?.bundle
    if (bundle !== undefined && !bundles.has(bundle.bundle.name)) bundles.set(bundle.bundle.name, bundle)
    const name = chosen?.compiled?.matter.name
    if (chosen?.compiled === undefined || name === undefined || matters.has(name)) continue
    const all = timeline === undefined ? versionsAlone(own) : versionsOf(timeline, compiledOf)
    const previous = all.find(({ graph }) => graph === chosen.compiled?.graph)?.previous
    matters.set(name, previous === undefined ? chosen.compiled : { ...chosen.compiled, previous })
    versions.set(name, all)
  }
  addScenarios(
    matters,
    versions,
    blocks.flatMap((block) => compiledOf(block) ?? []),
  )
  return { matters, versions, bundles, calendars, selectionTargets }
}

/**
 * What the blocks define after an edit: where all that is new are single matters in place of themselves, the results of
 * before with these in them; else all is collected again.
 */
export function collectAgain(
  blocks: CompiledBlocks,
  asOf: string | undefined,
  before: { readonly blocks: CompiledBlocks; readonly results: Results },
): Results {
  const replaced: { readonly name: string; readonly own: CompiledBlock; readonly compiled: CompiledMatter }[] = []
  for (const rank of blocks.renewed) {
    const [old, own] = [before.blocks.known[rank]?.compiled, blocks.known[rank]?.compiled]
    if (old === undefined || own === undefined) return collectResults(blocks, asOf)
    if (definesNothing(old) && definesNothing(own)) continue
    const { compiled } = own
    const name = compiled?.matter.name
    if (compiled === undefined || name === undefined || !standsAlone(old, name, before.results)) {
      return collectResults(blocks, asOf)
    }
    replaced.push({ name, own, compiled })
  }
  const { matters, versions, bundles, calendars, selectionTargets } = before.results
  if (replaced.length === 0) return { matters, versions, bundles, calendars, selectionTargets }
  const [mattersNow, versionsNow] = [new Map(matters), new Map(versions)]
  for (const { name, own, compiled } of replaced) {
    mattersNow.set(name, compiled)
    versionsNow.set(name, versionsAlone(own))
  }
  return { matters: mattersNow, versions: versionsNow, bundles, calendars, selectionTargets }
}

function definesNothing({ compiled, bundle, calendar, scenario, selectionTarget }: CompiledBlock): boolean {
  return [compiled, bundle, calendar, scenario, selectionTarget].every((defined) => defined === undefined)
}

/** True where a name stands for what one block alone says, without versions and without scenarios from elsewhere. */
function standsAlone(block: CompiledBlock, name: string, { matters, versions }: Results): boolean {
  return block.compiled !== undefined && matters.get(name) === block.compiled && versions.get(name) === known.get(block)
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
        ? {
            ...one,
            matter: { ...one.matter, scenarios: [...one.matter.scenarios, outside.scenario] },
            ...(outside.unread !== undefined && { unread: new Map([...(one.unread ?? []), ...outside.unread]) }),
          }
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
    versions = versionsOf([versionAlone(only.block.header)], () => only)
    known.set(only, versions)
  }
  return versions
}

function versionsOf(
  timeline: readonly Version[],
  compiledOf: (header: BlockHeader) => CompiledBlock | undefined,
): readonly MatterVersion[] {
  const versions: MatterVersion[] = []
  for (const { block, from, to } of timeline) {
    const version = compiledOf(block)?.compiled
    if (version === undefined) continue
    const before = versions.at(-1)
    versions.push({
      ...version,
      ...(before !== undefined && { previous: { matter: before.matter, graph: before.graph, asOf: before.to } }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })
  }
  return versions
}
