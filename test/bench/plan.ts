/**
 * `npm run bench -- plan`: planning networks against HiGHS (mixed integer programme, WebAssembly) on the same instances in
 * one run. Each cell is a median; `proved` counts the instances that the own search closed. A limit of 60 seconds for HiGHS.
 */
import { planNetwork, planNetworkWithMilp } from '../../src/analysis/plan/index.ts'
import type { PlanNetwork } from '../../src/analysis/plan/network.ts'
import { networkOf, reformOf, wideNetwork } from '../analysis/plan/families.ts'

interface Row {
  readonly name: string
  readonly networks: readonly PlanNetwork[]
  /** Left out where HiGHS would need minutes. */
  readonly alone?: true
}

const seeds = [1, 2, 3, 4, 5]
const rows: readonly Row[] = [
  { name: 'gov, 200 activities', networks: seeds.map((seed) => networkOf('gov', 200, seed)) },
  { name: 'near, 200 activities, 3 links', networks: seeds.map((seed) => networkOf('near', 200, seed)) },
  { name: 'near, 200 activities, 40 links', networks: seeds.map((seed) => networkOf('near', 200, seed, 40)) },
  { name: 'sp, 200 activities', networks: seeds.map((seed) => networkOf('sp', 200, seed)) },
  { name: 'dag, 20 activities', networks: seeds.map((seed) => networkOf('dag', 20, seed)) },
  { name: 'dag, 30 activities', networks: seeds.map((seed) => networkOf('dag', 30, seed)) },
  { name: 'reform, 30 with 13 measures', networks: seeds.map((seed) => reformOf(30, 13, seed)) },
  { name: 'reform, 120 with 50 measures', networks: seeds.map((seed) => reformOf(120, 50, seed)) },
  { name: 'reform, 250 with 98 measures', networks: seeds.map((seed) => reformOf(250, 98, seed)) },
  {
    name: 'sp, 10,000 within 200 days',
    networks: seeds.map((seed) => wideNetwork(10_000, 30, 200, seed)),
    alone: true,
  },
]

export async function run(): Promise<void> {
  await planNetworkWithMilp(networkOf('gov', 20, 9), { solver: 'milp' })
  for (let seed = 6; seed < 30; seed++) planNetwork(networkOf('near', 50, seed))
  console.log(['', 'proved', 'own ms', 'worst', 'HiGHS ms', 'times faster'].map(cell).join(''))
  for (const row of rows) console.log((await measure(row)).map(cell).join(''))
}

async function measure({ name, networks, alone }: Row): Promise<readonly string[]> {
  const own: number[] = []
  const theirs: number[] = []
  let proved = 0
  for (const network of networks) {
    const start = performance.now()
    const answer = planNetwork(network)
    own.push(performance.now() - start)
    if (answer.status === 'optimal' || answer.status === 'infeasible') proved++
    if (alone) continue
    const again = performance.now()
    const other = await planNetworkWithMilp(network, { solver: 'milp' })
    theirs.push(performance.now() - again)
    const bySolver = other.status === 'optimal' && other.proof.reason.kind === 'solver'
    if (
      bySolver &&
      answer.status === 'optimal' &&
      other.cost.num * answer.cost.den !== answer.cost.num * other.cost.den
    ) {
      throw new Error(`${name}: the two disagree`)
    }
  }
  const ratios = theirs.map((time, i) => time / (own[i] ?? time))
  return [
    name,
    `${proved}/${networks.length}`,
    median(own).toFixed(0),
    Math.max(...own).toFixed(0),
    alone ? '–' : median(theirs).toFixed(0),
    alone ? '–' : median(ratios).toFixed(1),
  ]
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(34) : text.padStart(14)
}
