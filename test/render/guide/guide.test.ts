import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileChecklist } from '../../../src/analysis/checklist/applicant-checklist.ts'
import { DEFAULT_CONVERSION, printDuration } from '../../../src/calendar/duration.ts'
import { printConditionWords } from '../../../src/graph/condition-words.ts'
import { scheduleWorstCase } from '../../../src/graph/schedule.ts'
import type { Condition } from '../../../src/model/condition.ts'
import type { Matter } from '../../../src/model/matter.ts'
import { printLegalSource } from '../../../src/model/print-legal-source.ts'
import { renderGuideHtml } from '../../../src/render/guide/guide-html.ts'
import { renderGuideIndex, renderGuideIndexMarkdown } from '../../../src/render/guide/guide-index.ts'
import { renderGuideMarkdown } from '../../../src/render/guide/guide-markdown.ts'
import { limitWords } from '../../../src/render/guide/limit-words.ts'
import { visibleText } from '../../../src/render/html/html.ts'
import { matter, step } from '../../graph/matters.ts'
import { anyMatter } from '../../support/arbitrary-matter.ts'
import { expectGolden } from '../../support/golden.ts'
import { bundleExample, fullMatterExample, GUIDE_DAY } from '../../support/guided-examples.ts'
import { elementsOf, readHtml, textOf } from '../../support/html-tree.ts'
import { HOSTILE_NAMES } from '../../support/report-page.ts'

const folder = 'test/render/guide'

describe('of the examples', () => {
  test('a matter with every kind of line, with one applicant’s list', () => {
    const { matter: full, graph, rendering } = fullMatterExample()
    const facts = new Map([
      ['主体业态', { kind: 'option', option: '餐饮服务经营' }],
      ['自制高风险食品', { kind: 'boolean', value: false }],
    ] as const)
    const checklist = compileChecklist({ matter: full, graph }, { facts, asOf: GUIDE_DAY, start: rendering.start })
    expectGolden(`${folder}/full-matter.golden.md`, renderGuideMarkdown(full, { ...rendering, checklist }))
  })

  test('a 一件事, whose parts say where they come from', () => {
    const { matter: merged, rendering } = bundleExample('newborn')
    expectGolden(`${folder}/newborn.golden.md`, renderGuideMarkdown(merged, rendering))
  })
})

/** Whatever an applicant could want to know of a matter: what is for planners (目标, 优化措施, 用例, 统一) is not. */
function* tellsOf(any: Matter): Generator<string> {
  const say = (when: Condition | undefined) =>
    when === undefined ? [] : [printConditionWords(when, any, { explain: true })]
  const annotated = [
    any,
    ...any.facts,
    ...any.situations,
    ...any.requirements,
    ...any.materials,
    ...any.materialChoices,
    ...any.flow,
    ...any.supplements,
    ...any.specialProcedures,
    ...any.extensions,
    ...any.statutoryLimits,
    ...any.promisedLimits,
    ...any.fees,
    ...any.outputs,
    ...any.decisionTables,
  ]
  for (const { sources, notes } of annotated) yield* [...notes, ...sources.map(printLegalSource)]
  const { code, version, authority, mainItem, businessItem, location, openingHours, enquiryPhone, complaintPhone } = any
  yield* [any.name, ...any.coAuthorities, ...any.revisions.map(({ text }) => text)]
  for (const text of [
    code,
    version,
    authority,
    mainItem,
    businessItem,
    location,
    openingHours,
    enquiryPhone,
    complaintPhone,
  ]) {
    if (text !== undefined) yield text
  }
  for (const { name, options, question, filledBy } of any.facts) {
    yield* [name, ...options, ...[question, filledBy].flatMap((text) => text ?? [])]
  }
  for (const { name, when } of any.situations) yield* [name, ...say(when)]
  for (const { name, rule, manualCheck, except, when, hint } of any.requirements) {
    yield* [
      name,
      ...say(rule),
      ...say(when),
      ...except.flatMap(say),
      ...[manualCheck, hint].flatMap((text) => text ?? []),
    ]
  }
  for (const { name, code: own, when, standard, sample, copies, deferral } of any.materials) {
    yield* [name, ...say(when), ...[own, standard, sample].flatMap((text) => text ?? [])]
    if (copies !== undefined) yield `${copies}份`
    if (deferral !== undefined) yield printDuration(deferral)
  }
  for (const { name, materials, when } of any.materialChoices)
    yield* [...(name === undefined ? [] : [name]), ...materials, ...say(when)]
  for (const item of any.flow) {
    if (item.kind === 'parallel') yield* item.steps
    else if (item.kind === 'choice')
      yield* [item.name, ...item.branches.flatMap(({ when, target }) => [...say(when), target])]
    else {
      yield* [item.name, ...say(item.when), ...item.outputs, ...item.collects, ...(item.after ?? [])]
      yield* [item.role, item.department, item.reviewStandard].flatMap((text) => text ?? [])
      yield* item.limits.map(({ limit }) => limitWords(limit))
    }
  }
  for (const { name, step: at } of any.supplements) yield* [name, ...(at === undefined ? [] : [at])]
  for (const { name, when, limits, notice } of any.specialProcedures) {
    yield* [
      name,
      ...say(when),
      ...limits.map(({ limit }) => limitWords(limit)),
      ...(notice === undefined ? [] : [notice]),
    ]
  }
  for (const { name, approver, notice, when } of any.extensions)
    yield* [name, ...say(when), ...[approver, notice].flatMap((text) => text ?? [])]
  for (const { limit, when } of [...any.statutoryLimits, ...any.promisedLimits])
    yield* [limitWords(limit), ...say(when)]
  for (const { text, relief, per } of any.fees) yield* [text, ...[relief, per].flatMap((each) => each ?? [])]
  for (const { name, validity } of any.outputs)
    yield* [name, ...(validity === undefined ? [] : [printDuration(validity)])]
  for (const { name, inputs, outputs } of any.decisionTables)
    yield* [name, ...inputs, ...outputs.map((each) => each.name)]
}

describe('whatever the matter says', () => {
  test('is on the page, which is well formed, and in Markdown, letter by letter', () => {
    fc.assert(
      fc.property(anyMatter, (any) => {
        const page = textOf(readHtml(renderGuideHtml(any)))
        const markdown = renderGuideMarkdown(any).replace(/\\([\\`*_{}[\]<>|~#&.)+-])/g, '$1')
        for (const text of tellsOf(any)) {
          expect(page).toContain(visibleText(text))
          expect(markdown).toContain(visibleText(text))
        }
      }),
      { numRuns: 150 },
    )
  })
})

const HOSTILE = [
  ...HOSTILE_NAMES,
  '甲|乙',
  '*强调* _x_ `y` [a](b) ![c](d)',
  '# 标题',
  '1. 编号',
  '- 列',
  '\\|',
  '&lt;b&gt;',
]

/** A matter all of whose names are one text. */
function named(name: string): Matter {
  return matter({
    name,
    authority: name,
    notes: [name],
    enquiryPhone: name,
    materials: [{ name, forms: [], sources: [], notes: [name] }],
    flow: [step(name, 2, { role: name })],
    decisionTables: [
      {
        name,
        hits: 'unique',
        inputs: [name],
        outputs: [{ name, type: 'text', options: [] }],
        rules: [],
        sources: [],
        notes: [],
      },
    ],
  })
}

describe.each(HOSTILE)('the name %j', (name) => {
  const page = renderGuideHtml(named(name))

  test('stands on the page as it is written, and makes no element', () => {
    const tree = readHtml(page)
    expect(textOf(elementsOf(tree, 'h1')[0] ?? tree)).toBe(visibleText(name))
    for (const element of ['script', 'img', 'iframe']) expect(elementsOf(tree, element)).toEqual([])
  })

  test('breaks no table and makes no markup in Markdown', () => {
    const markdown = renderGuideMarkdown(named(name))
    const bars = (line: string) => line.replace(/\\./g, '').split('|').length
    const tables = markdown.split('\n\n').filter((block) => block.startsWith('|'))
    expect(tables.length).toBeGreaterThan(1)
    for (const table of tables) expect(new Set(table.split('\n').map(bars)).size).toBe(1)
    expect(markdown.replace(/\\./g, '')).not.toMatch(/<(?!\/)[a-z]|!\[|\]\(|`/)
    expect(markdown.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1)
  })

  test('is found in the list of guides, and leads where it should', () => {
    const links = [{ matter: named(name), href: 'a.html' }]
    const [link] = elementsOf(elementsOf(readHtml(renderGuideIndex(links)), 'ul')[0] ?? readHtml(page), 'a')
    expect([link?.attributes['href'], link && textOf(link)]).toEqual(['a.html', visibleText(name)])
    expect(renderGuideIndexMarkdown(links)).toContain('](<a.html>)')
  })
})

describe('the page', () => {
  const { matter: full, graph, rendering } = fullMatterExample()

  test('is one file without a script that asks nothing of anybody, each section named by its heading', () => {
    const page = renderGuideHtml(full, rendering)
    expect(page).not.toMatch(/<script|url\(|@import|https?:/)
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const tree = readHtml(page)
    for (const { attributes } of elementsOf(tree, 'section')) expect(ids).toContain(attributes['aria-labelledby'])
    for (const { attributes } of elementsOf(tree, 'a')) expect(ids).toContain(attributes['href']?.slice(1))
  })

  test('has pictures only where it is given them', () => {
    expect(elementsOf(readHtml(renderGuideHtml(full)), 'figure')).toEqual([])
    const schedule = scheduleWorstCase(graph, { conversion: DEFAULT_CONVERSION })
    const drawn = readHtml(renderGuideHtml(full, { schedule, flowSvg: '<svg><title>流程</title></svg>' }))
    expect(elementsOf(drawn, 'figure')).toHaveLength(2)
    expect(elementsOf(drawn, 'table').map(({ attributes }) => attributes['class'])).toContain('gantt')
    const both = readHtml(renderGuideHtml(full, { flowSvg: '<svg></svg>', narrowFlowSvg: '<svg id="n"></svg>' }))
    expect(elementsOf(both, 'figure').map(({ attributes }) => attributes['class'])).toEqual(['flow broad', 'flow slim'])
  })

  test('tells the last day by the calendar: 8 working days from 28 September go over the national holiday', () => {
    const page = textOf(readHtml(renderGuideHtml(full, rendering)))
    expect(page).toContain('2026年9月28日受理的，最晚2026年10月14日（星期三）办结')
  })

  test('tells of a 一件事 which result goes where', () => {
    const { matter: merged, rendering: made } = bundleExample('newborn')
    const page = textOf(readHtml(renderGuideHtml(merged, made)))
    expect(page).toContain('前一项办出的结果由部门之间传递，您不用再交。')
    expect(page).toContain('出生医学证明出生医学证明首次签发预防接种证办理、新生儿户口登记、生育医疗费用报销')
  })
})
