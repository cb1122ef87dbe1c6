import type { Plan, ProofLine } from '../analysis/measures/plan.ts'
import { groupBy } from '../base/group-by.ts'
import { printNumber } from '../base/print-number.ts'
import { add, ZERO } from '../base/rational.ts'
import { printSituation } from '../graph/situation.ts'

/**
 * A line of the proof as a sentence that can be checked with pencil and paper (证明的一句): which chain is too long, by how
 * much, and what each measure can take off it at most.
 */
export function proofSentence(line: ProofLine): string {
  const { kind, chain, need, savings } = line
  const where = chain.situation === null ? '' : `${printSituation(chain.situation)}时，`
  const steps = chain.steps.map(({ name, workdays }) => `${name}${printNumber(workdays)}`).join('→')
  const time = `“${steps}”要${printNumber(chain.workdays)}个工作日，最多只能${printNumber(chain.allowed)}个`
  const taken = chain.taken.map((name) => `“${name}”`).join('')
  if (kind === 'others') {
    const names = [...new Set(savings.map(({ measure }) => `“${measure.name}”`))]
    return `${where}采取${taken === '' ? '试过的措施' : taken}以后${time}，${names.length === 0 ? '没有别的措施可加' : `还要再加一条：${names.join('、')}`}。`
  }
  const before = taken === '' ? '环节时限都不动，' : `采取${taken}以后，`
  const rest = kind === 'chain' ? '' : '其余的'
  const sum = `要省下${printNumber(need)}个工作日`
  if (savings.length === 0) return `${where}${before}${time}，${sum}，${rest}措施在这条路上一天也省不了。`
  return `${where}${before}${time}，${sum}；${rest}措施在这条路上最多省：${savingsInWords(line)}。`
}

/** Measures that cannot be taken together, as a sentence of the proof. */
export function clashSentence(clash: Plan['clashes'][number]): string {
  const names = clash.map(({ name }) => `“${name}”`).join('')
  return clash.length === 2
    ? `${names}不能同时采取：合在一起，环节的先后排不出来。`
    : `${names}不能正好这样一起采取：合在一起，环节的先后排不出来。`
}

/** What each measure saves: “甲”2个、“乙”5个（决定3、制证2）; where several shorten one step, that only the best counts. */
function savingsInWords({ savings }: ProofLine): string {
  const byMeasure = groupBy(savings, ({ measure }) => measure.name)
  const words = [...byMeasure].map(([name, own]) => {
    const sum = own.reduce((total, { workdays }) => add(total, workdays), ZERO)
    const parts =
      own.length < 2 ? '' : `（${own.map(({ part, workdays }) => `${part}${printNumber(workdays)}`).join('、')}）`
    return `“${name}”${printNumber(sum)}个${parts}`
  })
  const shared = [...groupBy(savings, ({ part }) => part)].flatMap(([part, own]) => {
    const names = new Set(own.map(({ measure }) => `“${measure.name}”`))
    return names.size < 2 ? [] : [`；${part}上的${[...names].join('')}只算省得最多的一条`]
  })
  return `${words.join('、')}${shared.join('')}`
}
