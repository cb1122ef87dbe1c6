import type { CutDomain } from '../../graph/fact-cells.ts'
import type { FactValue } from '../../graph/fact-value.ts'
import type { Matter } from '../../model/matter.ts'
import type { SharedFacts } from './shared-facts.ts'

/** The ranges into which matters cut facts (信息的分段), each kind of cut once for all matters that share it. */
export interface FactCuts {
  /** Where the cell of an applicant stands that this cut of a matter's fact gives. */
  readonly placeOf: (fact: string, domain: CutDomain, matter: Matter) => number
  /** The cells of an applicant: 0 for what is not known, 1 for what fits no range, else the range counted from 2. */
  readonly cellsOf: (values: ReadonlyMap<number, FactValue>, into: Int32Array) => void
  readonly count: () => number
}

/** So many values of one cut are remembered with their cells. */
const MOST_REMEMBERED = 10_000

/** Makes an empty list of cuts; 申请日期 and 受理日期 are numbered behind the facts that matters declare. */
export function createFactCuts(shared: SharedFacts, builtIn: (name: string) => number): FactCuts {
  const places = new Map<string, number>()
  const cuts: { readonly number: number; readonly cellOf: (value: FactValue) => number }[] = []
  return {
    placeOf: (name, domain, matter) => {
      const declared = matter.facts.find((fact) => fact.name === name)
      const number = declared === undefined ? builtIn(name) : shared.numberOf(declared)
      const key = JSON.stringify([number, domain.ordered, domain.cells])
      const known = places.get(key)
      if (known !== undefined) return known
      const place = cuts.length
      places.set(key, place)
      cuts.push({ number, cellOf: remembering((value) => (domain.cellOf(value) ?? -1) + 2) })
      return place
    },
    cellsOf: (values, into) => {
      for (const [place, { number, cellOf }] of cuts.entries()) {
        const value = values.get(number)
        into[place] = value === undefined ? 0 : cellOf(value)
      }
    },
    count: () => cuts.length,
  }
}

/** Readers hand out the same value for the same words, so that its cell is found once. */
function remembering(find: (value: FactValue) => number): (value: FactValue) => number {
  let known = new WeakMap<FactValue, number>()
  let size = 0
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const cell = find(value)
    if (++size > MOST_REMEMBERED) {
      known = new WeakMap()
      size = 0
    }
    known.set(value, cell)
    return cell
  }
}
