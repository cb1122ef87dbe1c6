import { ALWAYS, type Diagram } from '../../graph/decision-diagram.ts'
import type { Measuring } from '../../graph/measuring.ts'
import { type Aspect, createAspect, listClasses } from '../../graph/situation-classes.ts'
import type { Material, MaterialChoice } from '../../model/application.ts'
import type { Condition } from '../../model/condition.ts'

/** How documents are asked for (材料的要求). */
export interface MaterialDemand {
  /** What may be handed in: the members of a 任选, else the document itself. */
  readonly choices: readonly string[]
  /** How many of them. Unit: 种. */
  readonly count: number
  /** 容缺后补: acceptance does not wait for it. */
  readonly deferrable: boolean
  /** 容缺期限: by when it has to come; undefined where it cannot be late, where nothing is said, and for a 任选. */
  readonly deferral: Material['deferral']
  /** 份数, of each; 1 where nothing is said, and for a 任选. Unit: 份. */
  readonly copies: NonNullable<Material['copies']>
}

/** In which situations documents are asked for in one way. */
interface DemandClass {
  readonly demand: MaterialDemand
  readonly situations: Diagram
}

/** What a matter asks for in one place (一项材料要求): a document, or a 任选. */
export interface MaterialGroup {
  readonly name: string
  /** All that could be handed in for it, in whatever situation. */
  readonly members: readonly string[]
  /** Sets that exclude each other; in all other situations nothing is asked for. */
  readonly classes: readonly DemandClass[]
}

/** Everything that a matter asks for, and in which situations how. What is 免提交 or 非必要 is not asked for. */
export function materialGroups({ matter, space }: Measuring): readonly MaterialGroup[] {
  const { store, diagramOf } = space()
  const situationsOf = ({ when }: { readonly when?: Condition }) => (when === undefined ? ALWAYS : diagramOf(when))
  const chosenFrom = new Set(matter.materialChoices.flatMap(({ materials }) => materials))
  const singles = matter.materials.filter(
    ({ name, necessity }) => necessity !== 'waived' && necessity !== 'optional' && !chosenFrom.has(name),
  )
  return [
    ...singles.map((material) => ({
      name: material.name,
      members: [material.name],
      classes: [{ demand: demandFor(material), situations: situationsOf(material) }],
    })),
    ...matter.materialChoices.map((choice) => ({
      name: choice.name ?? choice.materials.join('或'),
      members: choice.materials,
      classes: [...classesOf(choice)],
    })),
  ]

  /** Members may have conditions of their own, so that what is left to choose from differs from situation to situation. */
  function* classesOf(choice: MaterialChoice): Generator<DemandClass> {
    const within = situationsOf(choice)
    const members = matter.materials.filter(({ name }) => choice.materials.includes(name))
    const aspects = members.map((member): Aspect<Material | undefined> => {
      const holds = situationsOf(member)
      const parts = [
        { situations: holds, value: member },
        { situations: store.not(holds), value: undefined },
      ]
      return createAspect<Material | undefined>(store, parts, (value) => value?.name ?? '')
    })
    const isDecided = [within, ...members.map(situationsOf)].every(store.isDecided)
    const classes = isDecided
      ? listClasses<Material | undefined>(store, within, aspects)
      : [{ situations: within, outcome: members }]
    for (const { situations, outcome } of classes) {
      const available = outcome.flatMap((member) => member ?? [])
      const brought = available.filter(({ necessity }) => necessity !== 'waived')
      // What need not be handed in fulfils its part of the choice by itself.
      const count = Math.min(brought.length, choice.atLeast - (available.length - brought.length))
      if (count > 0) yield { situations, demand: demandForChoice(brought, count) }
    }
  }
}

function demandFor({ name, necessity, deferral, copies = '1' }: Material): MaterialDemand {
  const deferrable = necessity === 'deferrable'
  return { choices: [name], count: 1, deferrable, deferral: deferrable ? deferral : undefined, copies }
}

/** Who hands in one that may come later need not hand in any at once. */
function demandForChoice(members: readonly Material[], count: number): MaterialDemand {
  return {
    choices: members.map(({ name }) => name),
    count,
    deferrable: members.some(({ necessity }) => necessity === 'deferrable'),
    deferral: undefined,
    copies: '1',
  }
}
