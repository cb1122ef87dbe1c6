import fc from 'fast-check'
import type { MeasurableMatter } from '../../analysis/matter-report.ts'
import { keysOf } from '../../base/keys-of.ts'
import { add, printRational, rational, ZERO } from '../../base/rational.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { serialSum } from '../../graph/paths.ts'
import type { Material, MaterialChoice, Requirement, Situation } from '../../model/application.ts'
import type { Condition } from '../../model/condition.ts'
import { EMPTY_MATTER } from '../../model/empty-matter.ts'
import type { FlowItem, SpecialProcedure, Supplement } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import { NECESSITIES } from '../../model/terms.ts'
import type { TimeLimit } from '../../model/time-limit.ts'
import { arbitraryFlow } from './arbitrary-flow.ts'
import { DECLARED_FACTS, type DeclaredFact } from './declared-facts.ts'

const NAMES = [
  '食品经营许可',
  '占道施工许可',
  '医疗机构执业登记',
  '民办学校设立',
  '户外广告设置许可',
  '居住证明',
] as const
const MATERIALS = ['申请表', '身份证明', '房屋产权证明', '租赁合同', '平面布置图', '承诺书'] as const
const OUTPUT = '办理结果'

/**
 * Any sound matter (任意事项) with its flow, for `expect` and for the program under test: facts of every type, situations,
 * conditions of acceptance, materials, steps, limits. `zw check` finds no error in it, and it can be written as `.zw`.
 */
export const arbitraryMatter: fc.Arbitrary<MeasurableMatter> = fc
  .tuple(fc.constantFrom(...NAMES), fc.shuffledSubarray([...DECLARED_FACTS]))
  .chain(([name, declared]) => situationsOver(declared).chain((situations) => matterWith(name, declared, situations)))

function matterWith(
  name: string,
  declared: readonly DeclaredFact[],
  situations: readonly Situation[],
): fc.Arbitrary<MeasurableMatter> {
  const names = situations.map((situation) => situation.name)
  return fc
    .record({
      flow: arbitraryFlow({ situations: names, output: OUTPUT }),
      requirements: requirementsOver(declared),
      materials: materialsOver(names),
      supplements: fc.subarray([...SUPPLEMENTS]),
      specialProcedures: fc.subarray([...PROCEDURES]),
      spare: fc.integer({ min: 0, max: 30 }),
      cutTo: fc.integer({ min: 0, max: 100 }),
      trips: fc.nat({ max: 3 }),
    })
    .map(({ flow, requirements, materials, spare, cutTo, ...rest }) => {
      const matter: Matter = {
        ...EMPTY,
        ...rest,
        ...limitsFor(flow, spare),
        ...materials,
        name,
        flow,
        situations,
        requirements,
        facts: declared.map(({ fact }) => fact),
        targets: [{ subject: 'time', sense: 'cut', operator: 'ge', percent: String(cutTo), basis: BASIS }],
      }
      return { matter, graph: buildGraph(matter).graph }
    })
}

/** One situation for each fact, and one that joins two of them. */
function situationsOver(declared: readonly DeclaredFact[]): fc.Arbitrary<readonly Situation[]> {
  const single = declared.map(({ situation, when }) => when.map((condition) => situationOf(situation, condition)))
  const joined = fc.constantFrom<('all' | 'any')[]>('all', 'any').map((kind): readonly Situation[] => {
    const [first, second] = declared.map(({ situation }): Condition => ({ kind: 'situation', situation }))
    return first === undefined || second === undefined ? [] : [situationOf('合并情形', { kind, of: [first, second] })]
  })
  return fc.tuple(fc.tuple(...single), joined).map(([singles, both]) => [...singles, ...both])
}

function situationOf(name: string, when: Condition): Situation {
  return { name, when, ...NOTHING_NOTED }
}

function requirementsOver(declared: readonly DeclaredFact[]): fc.Arbitrary<readonly Requirement[]> {
  const byRule = declared.map(({ situation, when }) =>
    when.map((rule): Requirement => ({ name: `${situation}的条件`, rule, except: [], ...NOTHING_NOTED })),
  )
  const byPerson: Requirement = { name: '材料真实', manualCheck: '核对原件', except: [], ...NOTHING_NOTED }
  return fc.tuple(...byRule).chain((rules) => fc.subarray([...rules, byPerson]))
}

type Materials = Pick<Matter, 'materials' | 'materialChoices'>

function materialsOver(situations: readonly string[]): fc.Arbitrary<Materials> {
  const material = (name: string): fc.Arbitrary<Material> =>
    fc
      .record({
        necessity: fc.constantFrom(...keysOf(NECESSITIES)),
        situation: fc.option(fc.constantFrom(...situations, ''), { nil: '' }),
      })
      .map(({ necessity, situation }) => ({
        name,
        forms: [],
        necessity,
        ...(necessity === 'deferrable' && { deferral: { unit: 'workday', amount: '5' } as const }),
        ...(situation !== '' && { when: { kind: 'situation', situation } as const }),
        ...NOTHING_NOTED,
      }))
  return fc
    .shuffledSubarray([...MATERIALS], { minLength: 1 })
    .chain((names) => fc.tuple(fc.tuple(...names.map(material)), fc.boolean()))
    .map(([materials, oneOfTwo]) => ({ materials, materialChoices: oneOfTwo ? choiceAmong(materials) : [] }))
}

function choiceAmong(materials: readonly Material[]): readonly MaterialChoice[] {
  const [first, second] = materials.filter(({ when }) => when === undefined).map(({ name }) => name)
  if (first === undefined || second === undefined) return []
  return [{ atLeast: 1, materials: [first, second], ...NOTHING_NOTED }]
}

/** A promise that the steps can keep, and a statute that the promise keeps. */
function limitsFor(flow: readonly FlowItem[], spare: number): Pick<Matter, 'statutoryLimits' | 'promisedLimits'> {
  const sum = serialSum(buildGraph({ ...EMPTY, flow }).graph, { conversion: DEFAULT_CONVERSION })?.workdays ?? ZERO
  const limit = (more: number): TimeLimit => ({
    limit: { unit: 'workday', amount: printRational(add(sum, rational(more))) },
    ...NOTHING_NOTED,
  })
  return { statutoryLimits: [limit(spare)], promisedLimits: [limit(0)] }
}

const NOTHING_NOTED = { sources: [], notes: [] }
const BASIS = { before: 'statutory', after: 'promised' } as const

const SUPPLEMENTS: readonly Supplement[] = [
  {
    name: '补正材料',
    step: '受理',
    supplementLimit: { unit: 'workday', amount: '5' },
    times: 1,
    clock: 'paused',
    ...NOTHING_NOTED,
  },
]

const PROCEDURES: readonly SpecialProcedure[] = [
  { name: '听证', limits: [{ limit: { unit: 'workday', amount: '20' } }], clock: 'excluded', ...NOTHING_NOTED },
]

const EMPTY: Matter = {
  ...EMPTY_MATTER,
  type: 'otherPower',
  caseType: 'promise',
  levels: ['county'],
  audiences: ['soleTrader'],
  fees: [{ charged: false, text: '不收费', ...NOTHING_NOTED }],
  channels: ['window'],
  outputs: [{ name: OUTPUT, forms: [], ...NOTHING_NOTED }],
}
