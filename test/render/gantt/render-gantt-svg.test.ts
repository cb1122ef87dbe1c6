import { expect, test } from 'vitest'
import { planGantt } from '../../../src/analysis/gantt-plan.ts'
import { createCalendar } from '../../../src/calendar/calendar.ts'
import { buildGraph } from '../../../src/graph/build-graph.ts'
import { renderGanttSvg } from '../../../src/render/gantt/render-gantt-svg.ts'
import { fact, isOption, isTrue, matter, procedure, step } from '../../graph/matters.ts'
import { everyExample, exampleWorkspace, marksOf } from '../../support/pictured.ts'

const calendar = createCalendar()
const start = { date: '2026-09-21', calendar }

test.each(everyExample().map((example) => [example.name, example] as const))(
  'every step that runs is drawn of %s, in working days and on dates',
  (_, { matter, bundle }) => {
    const plan = planGantt(matter, { graph: buildGraph(matter).graph })
    const nodes = (plan?.spans ?? []).map(({ step }) => step.node).sort((a, b) => a - b)
    for (const rendering of [{ bundle }, { bundle, start }, { bundle, start, size: 'narrow' as const }]) {
      const svg = renderGanttSvg(matter, rendering)
      expect(marksOf(svg).nodes).toEqual(nodes)
      expect(renderGanttSvg(matter, rendering)).toBe(svg)
    }
  },
)

test('rest days and made-up days are named, dates and limits told in words', () => {
  const compiled = exampleWorkspace('language').matters.get('食品经营许可（餐饮服务）新办')
  if (compiled === undefined) throw new TypeError('no such example')
  const [, words = ''] = /<desc[^>]*>(.*?)<\/desc>/.exec(renderGanttSvg(compiled.matter, { start })) ?? []
  expect(words).toContain('法定时限20个工作日，最晚11月24日。')
  expect(words).toContain('承诺时限8个工作日，最晚11月6日。')
  expect(words).toContain('专家评审：20个工作日，不计入办理时限，9月29日至10月30日。')
  expect(words).toContain('放假：中秋节9月25日至27日；国庆节10月1日至7日。')
  expect(words).toContain('调休上班：10月10日。')
})

test('days of a year without a notice are said to be expected', () => {
  const [example] = everyExample()
  const svg = renderGanttSvg(example?.matter ?? exampleMissing(), { start: { date: '2031-09-20', calendar } })
  expect(svg).toContain('放假通知还没有公布')
})

test('a matter without steps says so', () => {
  const [example] = everyExample()
  const svg = renderGanttSvg({ ...(example?.matter ?? exampleMissing()), flow: [], specialProcedures: [] })
  expect(svg).toContain('没有可以排的环节')
})

test('what only other situations come to is told, where the applicant has not ruled it out', () => {
  const risky = fact('高风险')
  const one = matter({
    facts: [risky, fact('类型', 'option', ['甲', '乙'])],
    flow: [
      step('受理', 1, { stages: ['acceptance'] }),
      step('核查', 3, { stages: ['review'], when: isOption('类型', '甲') }),
    ],
    specialProcedures: [
      procedure(
        '专家评审',
        20,
        { step: '核查', where: 'after' },
        {
          when: { kind: 'all', of: [isTrue('高风险'), isOption('类型', '乙')] },
        },
      ),
      procedure('听证', 10),
    ],
  })
  const about = (svg: string) => /<desc[^>]*>(.*?)<\/desc>/.exec(svg)?.[1]?.split('。').slice(0, 3)
  expect(about(renderGanttSvg(one))).toEqual([
    '最长的情形：类型为“甲”',
    '每个环节都办满时限，前面的一办完就开始',
    '有的情形还要专家评审（20个工作日，不计入办理时限）、听证（10个工作日，不计入办理时限），没有画在里面',
  ])
  const safe = new Map([['高风险', { kind: 'boolean', value: false }]] as const)
  expect(about(renderGanttSvg(one, { given: safe }))?.[2]).toBe(
    '有的情形还要听证（10个工作日，不计入办理时限），没有画在里面',
  )
})

function exampleMissing(): never {
  throw new TypeError('no examples')
}

test('days of another year than the one in which the chart begins are told with it', () => {
  const compiled = exampleWorkspace('language').matters.get('食品经营许可（餐饮服务）新办')
  if (compiled === undefined) throw new TypeError('no such example')
  const late = { start: { date: '2026-12-21', calendar } }
  const [, words = ''] = /<desc[^>]*>(.*?)<\/desc>/.exec(renderGanttSvg(compiled.matter, late)) ?? []
  expect(words).toContain('受理：1个工作日，12月22日。')
  expect(words).toContain('决定：1个工作日，2027年1月26日。')
  expect(words).toContain('承诺时限8个工作日，最晚2027年2月1日。')
  expect(words).toContain('放假：元旦2027年1月1日')
})
