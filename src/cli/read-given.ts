import { parseDuration } from '../calendar/duration.ts'
import type { Facts, FactValue } from '../graph/fact-value.ts'
import { readPlainFact } from '../graph/read-plain-fact.ts'
import type { Matter } from '../model/matter.ts'
import { FACT_TYPES } from '../model/terms.ts'
import { foldKey } from '../syntax/fold.ts'
import { CommandFailure } from './command-failure.ts'
import { guessNamed } from './find-named.ts'

/** Reads `--given 信息=填写值` by what the matter or 一件事 asks for (申请人的情况); what does not fit is told with what would. */
export function readGiven(given: readonly string[], { facts, name }: Matter): Facts {
  const known = new Map<string, FactValue>()
  for (const written of given) {
    const [, word = '', value = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(written) ?? []
    const fact = facts.find((each) => foldKey(each.name) === foldKey(word))
    if (fact === undefined) throw new CommandFailure(describeUnknown(written, word.trim(), name, facts))
    const amount = fact.unit !== undefined && value.endsWith(fact.unit) ? value.slice(0, -fact.unit.length) : value
    const answer = readPlainFact(fact, amount.trim(), parseDuration)
    if (answer === undefined) {
      const words = fact.type === 'boolean' ? ['是', '否'] : fact.options
      const wanted = words.length > 0 ? `可以写：${words.join('、')}` : `要写${FACT_TYPES[fact.type]}`
      throw new CommandFailure(`“${fact.name}”不能是“${value}”，${wanted}`)
    }
    known.set(fact.name, answer)
  }
  return known
}

function describeUnknown(written: string, word: string, matter: string, facts: Matter['facts']): string {
  if (word === '') return `“${written}”请写成“信息=填写值”的样子`
  if (facts.length === 0) return `“${matter}”什么信息都不问，不用写“${word}”`
  const names = facts.map(({ name }) => name)
  return `“${matter}”不问“${word}”${guessNamed(word, names) ?? `；可以写：${names.join('、')}`}`
}
