import { expect, test } from 'vitest'
import { assessCertainty, type CertaintyReportOptions } from '../../../src/analysis/certainty/assess-certainty.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import type { Matter } from '../../../src/model/matter.ts'
import type { TimeTaken } from '../../../src/model/time-taken.ts'
import { renderCertainty } from '../../../src/render/certainty-text.ts'
import { renderCertaintySection } from '../../../src/render/html/certainty-section.ts'
import { fact, isTrue, matter, parallel, step, workdays } from '../../graph/matters.ts'
import { elementsOf, readHtml, textOf } from '../../support/html-tree.ts'

const seen = (unit: TimeTaken['unit'], ...amounts: number[]): TimeTaken => ({
  kind: 'observed',
  unit,
  times: amounts.map((amount) => ({ amount: String(amount) })),
})

/** The section of a matter, and the same in a terminal. */
function rendered(parts: Partial<Matter>, options: CertaintyReportOptions = {}) {
  const subject = matter({ promisedLimits: [{ limit: workdays(4), sources: [], notes: [] }], ...parts })
  const certainty = assessCertainty({ matter: subject, graph: buildGraph(subject).graph }, options)
  if (certainty === null) throw new Error('nothing was assessed')
  const page = readHtml(renderCertaintySection(certainty, 1).markup)
  return { page, words: textOf(page), terminal: renderCertainty([certainty], []) }
}

const check = step('核查', 3, { timeTaken: seen('workday', 1, 2, 3, 4, 6) })

test('the section says what the promise is worth, draws what others would be, and names the steps', () => {
  const { page, words } = rendered({ flow: [step('受理', 1), check] })
  expect(words).toContain('承诺4个工作日，60.0%的件能按时办结；承诺7个工作日才有95%的件按时办结，平均用4.2个工作日。')
  expect(words).toContain(
    '最要紧的环节：核查（都不超过时限，按时办结的多40.0个百分点；每件多用1个工作日，少20.0个百分点）',
  )
  expect(words).toContain('受理没有写实际用时，当作每件都用满时限')
  expect(elementsOf(page, 'svg')).toHaveLength(1)
  const rows = elementsOf(page, 'tbody').flatMap((body) => elementsOf(body, 'tr').map(textOf))
  expect(rows).toEqual(['4个工作日60.0%', '5个工作日80.0%', '6个工作日80.0%', '7个工作日100.0%'])
})

test('what takes at most two different days needs no drawing', () => {
  expect(elementsOf(rendered({ flow: [step('甲', 1, { timeTaken: seen('hour', 1, 4) })] }).page, 'svg')).toEqual([])
})

test('several situations are listed, the least certain first; more than a few are counted', () => {
  const names = ['甲', '乙', '丙']
  const { page, words } = rendered({
    facts: names.map((name) => fact(name)),
    flow: names.map((name, at) => step(`${name}审`, 1, { when: isTrue(name), timeTaken: seen('workday', 1, at + 2) })),
  })
  expect(words).toMatch(/^承诺的把握把握最小的情形下，/)
  const list = elementsOf(page, 'table').at(-1)
  const rows = list === undefined ? [] : elementsOf(list, 'tr').map(textOf)
  expect(rows).toHaveLength(7)
  expect(rows[1]).toContain('【甲】为是，【乙】为是，【丙】为是')
  expect(words).toContain('还有2类情形，把握都不比上面的小。')
})

test('without a promise it says which one would do', () => {
  const { words, terminal } = rendered({ flow: [check], promisedLimits: [] })
  expect(words).toContain('没有承诺的天数可比；承诺6个工作日才有95%的件按时办结')
  expect(terminal).toContain('没有承诺')
})

test('what was drawn by chance, counted coarsely or only in part says so, on the page and in the terminal', () => {
  const timed = (name: string, ...after: string[]) =>
    step(name, 1, { timeTaken: seen('workday', 1, 2), ...(after.length > 0 && { after }) })
  const bridge = [
    timed('甲'),
    timed('乙'),
    parallel('甲', '乙'),
    timed('丙', '甲'),
    timed('丁', '甲', '乙'),
    timed('戊', '丙', '丁'),
  ]
  const drawn = rendered({ flow: bridge }, { runs: 10_000, seed: 3 })
  const coarse = rendered({
    flow: [step('甲', 1, { timeTaken: seen('minute', 7) }), step('乙', 1, { timeTaken: seen('workday', 300) })],
  })
  const part = rendered(
    { facts: [fact('甲')], flow: [step('审', 1, { when: isTrue('甲'), timeTaken: seen('workday', 1, 2) })] },
    { most: 1 },
  )
  for (const text of ['words', 'terminal'] as const) {
    const joined = (one: typeof drawn) => one[text].replaceAll('\n', '')
    expect(joined(drawn)).toContain('抽样10000件得来（种子3），标准误不超过0.50个百分点')
    expect(joined(coarse)).toContain('用时按0.5个工作日一格向上取整，把握只会算低')
    expect(joined(part)).toContain('情形太多，只算了一部分，其中有最慢的一类')
  }
})
