import type { Facts, FactValue } from '../../graph/fact-value.ts'
import type { FlowFact } from '../../graph/flow-graph.ts'
import { printMeasured } from '../../graph/situation.ts'
import type { CandidateValue } from './candidate-values.ts'
import { printWanted } from './demand-words.ts'
import type { FactChange, Remedy } from './remedy.ts'

interface Widening {
  readonly facts: Facts
  readonly declared: ReadonlyMap<string, FlowFact>
  /** Whether the conditions are met with these values in place of those that are known. */
  readonly holds: (values: ReadonlyMap<string, FactValue>) => boolean
  /** The values that one of the changed facts could have with these values of the others. */
  readonly candidatesFor: (name: string, values: ReadonlyMap<string, FactValue>) => readonly CandidateValue[]
}

/** More combinations of ranges than this are not tried. */
const MAX_COMBINATIONS = 256

/**
 * Tells a remedy with all the values that would do (放宽到都行的范围): a range is taken in where the conditions are met for it
 * together with every range of the other facts that has been taken in.
 */
export function widenChanges(values: ReadonlyMap<string, CandidateValue>, widening: Widening): Remedy {
  const { facts, declared, holds, candidatesFor } = widening
  const wide = new Map([...values].map(([name, { cell }]) => [name, new Set([cell])]))
  for (const [name, { domain }] of values) {
    const own = wide.get(name)
    for (const cell of domain.cells.keys()) if (own !== undefined && !own.has(cell) && fits(name, cell)) own.add(cell)
  }
  const all = [...values].map(([name, { value, domain }]): FactChange => {
    const from = facts.get(name)
    const unit = declared.get(name)?.unit
    const cells = wide.get(name)
    const wanted = printWanted(
      domain,
      domain.cells.map((_, cell) => cells?.has(cell) === true),
      unit,
    )
    const before = from === undefined ? '' : `（现为${printMeasured(from, unit)}）`
    const verb = from === undefined || domain.ordered ? verbFor(wanted) : '改'
    const sentence = isOneOfMany(name)
      ? `${name}可以${from === undefined ? '是' : '改为'}${printMeasured(value, unit)}${before}`
      : `${name}${verb}${wanted}${before}`
    return { fact: name, from, to: value, wanted, sentence }
  })
  const changes = all.filter(({ from }) => from !== undefined)
  const answers = all.filter(({ from }) => from === undefined)
  return { changes, answers, sentence: [...changes, ...answers].map(({ sentence }) => sentence).join('，并且') }

  /** Whether one exact value is only an example: with another one a fact that is compared with it would move along. */
  function isOneOfMany(name: string): boolean {
    const own = values.get(name)
    const cells = wide.get(name)
    if (own === undefined || cells?.size !== 1 || !own.domain.ordered || own.domain.cells.length === 1) return false
    return own.domain.cells.some(({ example }, cell) => {
      if (example === undefined || cell === own.cell) return false
      const moved = new Map([...facts, ...[...values].map(([each, { value }]) => [each, value] as const)])
      moved.set(name, example)
      return [...values.keys()].some(
        (other) =>
          other !== name && candidatesFor(other, moved).some(({ value }) => holds(new Map([...moved, [other, value]]))),
      )
    })
  }

  function fits(name: string, cell: number): boolean {
    const others = [...wide].filter(([other]) => other !== name)
    if (others.reduce((product, [, cells]) => product * cells.size, 1) > MAX_COMBINATIONS) return false
    let combinations: readonly (readonly (readonly [string, number])[])[] = [[[name, cell]]]
    for (const [other, cells] of others) {
      combinations = combinations.flatMap((one) => [...cells].map((each) => [...one, [other, each] as const]))
    }
    return combinations.every((one) => {
      const tried = one.flatMap(([each, at]) => {
        const candidate = values.get(each)
        const value = at === candidate?.cell ? candidate.value : candidate?.domain.cells[at]?.example
        return value === undefined ? [] : [[each, value] as const]
      })
      return tried.length === one.length && holds(new Map(tried))
    })
  }
}

/** 达到150平方米以上, but 为是, 不为…. */
function verbFor(wanted: string): string {
  return wanted.endsWith('以上') && !wanted.includes('或') ? '达到' : ''
}
