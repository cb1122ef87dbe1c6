import type { Bundle, SharedStep } from '../../model/bundle.ts'
import type { Matter } from '../../model/matter.ts'
import { SHARED_STEPS } from '../../model/terms.ts'
import { bundleMatters } from './bundle-matters.ts'
import type { BundleProposal } from './bundle-parts.ts'
import type { Capacity } from './capacity/limit-capacity.ts'
import { findLoop } from './component-order.ts'
import { plainBundle } from './plain-bundle.ts'

/** How a 一件事 is made of matters alone. */
export interface ProposeOptions {
  /** What it is called; the names of its matters by default. */
  readonly name?: string | undefined
  /** Which of the guesses hold; none by default. What would make components wait for one another never does. */
  readonly accept?: ((proposal: BundleProposal) => boolean) | undefined
  /** How many of its steps an office can do at a time, by the name of the 部门 (承办能力). */
  readonly capacity?: Capacity | undefined
}

/** The 一件事 that matters make by themselves (合办方案). */
export interface ProposedBundle {
  readonly bundle: Bundle
  /** Its matters by the names of the components, as {@link bundleMatters} takes them. */
  readonly matters: ReadonlyMap<string, Matter>
  /** What looks as if it belonged together and has not been accepted. */
  readonly proposals: readonly BundleProposal[]
}

/**
 * Makes a 一件事 of matters without anybody having written one: all of them take part, documents of one 编码 are one, and
 * every question is asked once. Whatever is only guessed, from names or from 阶段, is proposed; `accept` says which of it holds.
 */
export function proposeBundle(matters: readonly Matter[], options: ProposeOptions = {}): ProposedBundle {
  const byName = nameComponents(matters)
  const { name = matters.map((matter) => matter.name).join('、'), accept = () => false } = options
  const capacities = [...(options.capacity ?? [])].map(([office, atOnce]) => ({
    office,
    atOnce,
    sources: [],
    notes: [],
  }))
  let bundle: Bundle = { ...plainBundle(name, byName), ...(capacities.length > 0 && { capacities }) }
  const tried = new Set<string>()
  // What is accepted makes documents one, after which what is left may be proposed in another way.
  for (;;) {
    const proposals = proposalsOf(bundle, byName)
    const accepted = proposals.filter((each) => !tried.has(JSON.stringify(each)) && accept(each))
    if (accepted.length === 0) return { bundle, matters: byName, proposals }
    for (const each of accepted) tried.add(JSON.stringify(each))
    bundle = accepted.reduce(apply, bundle)
  }
}

/** Matters of one name are told apart by a number. */
function nameComponents(matters: readonly Matter[]): ReadonlyMap<string, Matter> {
  const byName = new Map<string, Matter>()
  for (const matter of matters) {
    let name = matter.name
    for (let number = 2; byName.has(name); number++) name = `${matter.name}${number}`
    byName.set(name, matter)
  }
  return byName
}

function proposalsOf(bundle: Bundle, matters: ReadonlyMap<string, Matter>): readonly BundleProposal[] {
  const { proposals } = bundleMatters(bundle, matters)
  return [...proposals, ...proposeSharedSteps(bundle, matters)]
}

/** 统一受理 and 统一出件, where several components have a step that is nothing else. */
function proposeSharedSteps(bundle: Bundle, matters: ReadonlyMap<string, Matter>): readonly BundleProposal[] {
  return (['acceptance', 'delivery'] as const).flatMap((shared): readonly BundleProposal[] => {
    if (bundle.sharedSteps.some(({ kind }) => kind === shared)) return []
    const paths = [...matters].flatMap(([component, { flow }]) =>
      flow.flatMap((item) =>
        item.kind === 'step' && item.stages.length > 0 && item.stages.every((stage) => stage === shared)
          ? { component, name: item.name }
          : [],
      ),
    )
    const components = new Set(paths.map(({ component }) => component))
    return components.size < 2 ? [] : [{ kind: 'sharedStep', shared, paths }]
  })
}

/** The bundle with what is proposed; the same bundle where that would be a loop. */
function apply(bundle: Bundle, proposal: BundleProposal): Bundle {
  const nothing = { sources: [], notes: [] }
  switch (proposal.kind) {
    case 'sharedStep': {
      const step: SharedStep = { kind: proposal.shared, name: SHARED_STEPS[proposal.shared], steps: [], ...nothing }
      return { ...bundle, sharedSteps: [...bundle.sharedSteps, step] }
    }
    case 'feed': {
      const { output, material } = proposal
      const known = bundle.outputReuses.find((reuse) => isSame(reuse.output, output))
      const reuse = { output, ...nothing, ...known, materials: [...(known?.materials ?? []), material] }
      const outputReuses = [...bundle.outputReuses.filter((each) => each !== known), reuse]
      return loops({ ...bundle, outputReuses }) ? bundle : { ...bundle, outputReuses }
    }
    case 'sameMaterial':
      return shareMaterial(bundle, proposal)
  }
}

/** Joins documents of one name; where the first is declared already, the others are added to what declares it. */
function shareMaterial(bundle: Bundle, { name, paths }: Extract<BundleProposal, { kind: 'sameMaterial' }>): Bundle {
  const [first, ...others] = paths
  const declares = ({ materials }: { readonly materials: typeof paths }) =>
    first !== undefined && materials.some((path) => isSame(path, first))
  const extend = <T extends { readonly materials: typeof paths }>(each: T): T =>
    declares(each) ? { ...each, materials: [...each.materials, ...others] } : each
  if ([...bundle.sharedMaterials, ...bundle.outputReuses].some(declares)) {
    const sharedMaterials = bundle.sharedMaterials.map(extend)
    const outputReuses = bundle.outputReuses.map(extend)
    return loops({ ...bundle, outputReuses }) ? bundle : { ...bundle, sharedMaterials, outputReuses }
  }
  const shared = { name, materials: paths, sources: [], notes: [] }
  return { ...bundle, sharedMaterials: [...bundle.sharedMaterials, shared] }
}

function loops({ components, outputReuses }: Bundle): boolean {
  const names = components.map(({ name }) => name)
  const waitsFor = (name: string) =>
    outputReuses
      .filter(({ output, materials }) => output.component !== name && materials.some((path) => path.component === name))
      .map(({ output }) => output.component)
  return findLoop(names, waitsFor) !== undefined
}

function isSame(a: { component: string; name: string }, b: { component: string; name: string }): boolean {
  return a.component === b.component && a.name === b.name
}
