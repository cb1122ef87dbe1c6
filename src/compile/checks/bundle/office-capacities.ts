import { diagnose } from '../../../diagnostics/diagnose.ts'
import type { Matter } from '../../../model/matter.ts'
import { foldKey } from '../../../syntax/fold.ts'
import { nearestWord } from '../../../syntax/suggest.ts'
import { originOf, valueOriginOf } from '../../lower/read-node.ts'
import { entriesOf } from '../../names/index-names.ts'
import { replaceAt } from '../../text/edits.ts'
import { startLineOf } from '../../text/lines.ts'
import type { BundleCheck } from './bundle-context.ts'

/** ZW4001, ZW4002: 承办能力 of an office that does no step of the bundle, or one that is said twice. */
export const checkOfficeCapacities: BundleCheck = ({ bundle, block, source, components }) => {
  const capacities = bundle.capacities ?? []
  if (capacities.length === 0) return []
  const windows = bundle.sharedSteps.filter(({ kind }) => kind !== 'inspection').map(({ name }) => name)
  const offices = [...new Set([...[...components.values()].flatMap(({ matter }) => officesOf(matter)), ...windows])]
  const nodes = entriesOf(block).filter(({ construct }) => construct === 'officeCapacity')
  const nodeOf = (span: { readonly start: number } | undefined) =>
    nodes.find(({ keyword }) => keyword.start === span?.start)
  const seen = new Map<string, (typeof capacities)[number]>()
  return capacities.flatMap((capacity) => {
    const { office, origin } = capacity
    const node = nodeOf(origin?.span)
    const place = node === undefined ? originOf(source, block) : valueOriginOf(source, node)
    const first = seen.get(office)
    if (first?.origin !== undefined && origin !== undefined) {
      const lines = [first.origin, origin].map(({ span }) => startLineOf(source)(span.start))
      const related = [{ origin: first.origin, text: '第一次在这里' }]
      return diagnose('ZW4002', { kind: '承办能力', name: office, lines }, place, { related })
    }
    seen.set(office, capacity)
    // Where a component is not there, its offices are not known.
    if (offices.includes(office) || components.size < bundle.components.length) return []
    const near = nearestWord(
      foldKey(office),
      offices.map((each) => foldKey(each)),
    )
    const guess = offices.find((each) => foldKey(each) === near)
    const fixes =
      guess === undefined
        ? []
        : [{ title: `改为“${guess}”`, applicability: 'ask' as const, edits: [replaceAt(place, guess)] }]
    return diagnose('ZW4001', { kind: '承办部门', name: office, declared: offices }, place, { fixes })
  })
}

/** Who does the steps of a matter: their 部门, else its 实施主体. */
function officesOf({ flow, authority }: Matter): readonly string[] {
  return flow.flatMap((item) => (item.kind === 'step' ? (item.department ?? authority ?? []) : []))
}
