import type { ClassPaths } from '../../graph/class-paths.ts'
import { ALWAYS, type Diagram, NEVER } from '../../graph/decision-diagram.ts'
import type { Measuring } from '../../graph/measuring.ts'
import { type Aspect, listClasses, type SituationClass } from '../../graph/situation-classes.ts'
import type { OutcomePart } from './outcome-aspects.ts'

/** Some or all classes of situations. */
interface Chosen {
  readonly classes: readonly SituationClass<OutcomePart>[]
  readonly complete: boolean
}

/** The classes in the order of the facts as far as there is room, behind the slowest and the fastest where there is not. */
export function chooseClasses(
  { space }: Measuring,
  aspects: readonly Aspect<OutcomePart>[],
  paths: ClassPaths,
  most: number,
): Chosen {
  const { store } = space()
  const classes: SituationClass<OutcomePart>[] = []
  for (const each of listClasses(store, ALWAYS, aspects)) {
    if (classes.length === most) {
      const extremes = [paths.slowest(), paths.fastest()].flatMap((set) => classWithin(store, set ?? NEVER, aspects))
      const first = extremes.filter(({ situations }, index) =>
        extremes.every((other, before) => before >= index || other.situations !== situations),
      )
      const rest = classes.filter(({ situations }) => first.every((extreme) => extreme.situations !== situations))
      return { classes: [...first, ...rest].slice(0, most), complete: false }
    }
    classes.push(each)
  }
  return { classes, complete: true }
}

/** The class of the first situation of a set. */
function classWithin(
  store: ReturnType<Measuring['space']>['store'],
  set: Diagram,
  aspects: readonly Aspect<OutcomePart>[],
): readonly SituationClass<OutcomePart>[] {
  const [first] = listClasses(store, set, aspects)
  if (first === undefined) return []
  const situations = aspects.reduce<Diagram>((sum, { parts }, index) => {
    const part = parts.find(({ value }) => value === first.outcome[index])
    return store.and(sum, part?.situations ?? NEVER)
  }, ALWAYS)
  return [{ situations, outcome: first.outcome }]
}
