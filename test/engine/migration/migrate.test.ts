import { describe, expect, test } from 'vitest'
import { NODE } from '../../../src/engine/case-state.ts'
import type { Command } from '../../../src/engine/command.ts'
import { decide } from '../../../src/engine/decide.ts'
import type { CaseDefinition } from '../../../src/engine/flow/definition.ts'
import { firstLink, sealEvents } from '../../../src/engine/history/seal-events.ts'
import { verifyHistory } from '../../../src/engine/history/verify-history.ts'
import { migrate } from '../../../src/engine/migration/migrate.ts'
import { planMigration } from '../../../src/engine/migration/plan-migration.ts'
import {
  applicant,
  approver,
  area,
  calendar,
  compileLicence,
  counter,
  define,
  inspector,
  moment,
  reviewer,
  STORY,
  tell,
} from '../../support/engine/licence.ts'

const old = define(compileLicence())

/** A newer version that lets every case move, with some more changes. */
function newer(...changes: readonly (readonly [string, string])[]): CaseDefinition {
  return define(compileLicence(['到现场次数：1次', '到现场次数：1次\n  过渡：新规'], ...changes))
}

/** The case after so many lines of its story, moved to another version a little later. */
function move(told: number, definition: CaseDefinition, renamed: Readonly<Record<string, string>> = {}) {
  const { state, events } = tell(old, STORY.slice(0, told))
  const moved = migrate(state, old, definition, { at: state.lastAt + 60_000, by: counter, calendar }, renamed)
  if (moved.refused !== undefined) return { code: moved.refused.code, names: moved.refused.names, state }
  const verified = verifyHistory('case-1', sealEvents(firstLink('case-1'), [...events, ...moved.events]))
  expect(verified).toMatchObject({ ok: true, value: { state: moved.state } })
  return { state: moved.state, standing: standing(definition, moved.state.nodes) }
}

const WORDS = Object.keys(NODE)

function standing({ nodes }: CaseDefinition, states: readonly number[]): readonly string[] {
  return nodes.map(({ name }, id) => `${name} ${WORDS[states[id] ?? 0]}`)
}

/** Goes on with the case under its new version to the end. */
function finish(definition: CaseDefinition, from: ReturnType<typeof move>, commands: readonly Command[]) {
  let { state } = from
  const actors = [approver, counter, reviewer, inspector]
  for (const command of commands) {
    const context = { at: state.lastAt + 60_000, calendar }
    const decided = actors.map((by) => decide(definition, state, command, { ...context, by }))
    const done = decided.find(({ refused }) => refused === undefined)
    if (done?.state === undefined) throw new Error(decided.map(({ refused }) => refused?.message).join())
    state = done.state
  }
  return state
}

const complete = (step: string): Command => ({ kind: 'completeStep', step })

const ARCHIVE = ['  环节：制证送达', '  环节：归档\n    角色：窗口人员\n    时限：1个工作日\n  环节：制证送达'] as const
const TRAINING = ['  环节：决定', '  环节：培训\n    角色：审查人员\n    时限：1个工作日\n  环节：决定'] as const
const PRECHECK = [
  '  环节：受理',
  '  环节：预审\n    角色：窗口人员\n    阶段：审查\n    时限：1个工作日\n  环节：受理',
] as const

describe('a case moves step by step', () => {
  test('what is done stays done, what is to come follows the new version', () => {
    const definition = newer(ARCHIVE)
    const moved = move(5, definition)
    expect(moved.standing).toEqual([
      '受理 done',
      '材料审查 done',
      '现场核查 ready',
      '决定 waiting',
      '归档 waiting',
      '制证送达 waiting',
    ])
    expect(moved.state.definition).toBe(definition.hash)
    const end = finish(definition, moved, ['现场核查', '决定', '归档', '制证送达'].map(complete))
    expect(end.ending).toBe('closed')
  })

  test('a step whose turn it is keeps its clock; one that has begun goes on', () => {
    const before = tell(old, STORY.slice(0, 3)).state
    const moved = move(3, newer(ARCHIVE))
    expect(moved.state.readyAt.slice(0, 4)).toEqual(before.readyAt.slice(0, 4))
    expect(move(4, newer(ARCHIVE)).standing?.[1]).toBe('材料审查 running')
  })

  test('a step put in before one that is only ready comes first', () => {
    const definition = newer(TRAINING)
    const moved = move(6, definition)
    expect(moved.standing).toEqual([
      '受理 done',
      '材料审查 done',
      '现场核查 done',
      '培训 ready',
      '决定 waiting',
      '制证送达 waiting',
    ])
    expect(finish(definition, moved, ['培训', '决定', '制证送达'].map(complete)).ending).toBe('closed')
  })

  test('a step put in before what is done is not made up for', () => {
    const definition = newer(PRECHECK)
    const { state } = tell(old, STORY.slice(0, 3))
    expect(planMigration(state, old, definition)).toMatchObject({
      ok: true,
      value: {
        kept: ['受理', '材料审查', '现场核查'],
        toCome: ['决定', '制证送达'],
        past: ['预审'],
        dropped: [],
        unfitFacts: [],
      },
    })
    expect(move(3, definition).standing?.[0]).toBe('预审 passedOver')
  })

  test('a step that the new version does not have is dropped unless it is under way', () => {
    const definition = newer(
      ['  环节：现场核查\n    角色：核查人员\n    当：【经营面积】大于50\n    时限：5个工作日\n', ''],
      ['  并联：材料审查、现场核查\n', ''],
    )
    const moved = move(5, definition)
    expect(moved.standing).toEqual(['受理 done', '材料审查 done', '决定 ready', '制证送达 waiting'])
    const { state } = tell(old, [...STORY.slice(0, 5), ['2026-10-08 09:00', inspector, start('现场核查')]])
    expect(planMigration(state, old, definition)).toMatchObject({
      ok: false,
      error: { code: 'cannot-migrate', names: ['现场核查'] },
    })
  })

  test('a new name is told, not guessed', () => {
    const definition = newer(['环节：材料审查', '环节：资料审查'], ['并联：材料审查', '并联：资料审查'])
    expect(move(4, definition)).toMatchObject({ code: 'cannot-migrate', names: ['材料审查'] })
    expect(move(4, definition, { 资料审查: '材料审查' }).standing?.[1]).toBe('资料审查 running')
  })

  test('conditions of the new version decide on what has not begun', () => {
    const definition = newer(['【经营面积】大于50', '【经营面积】大于100'])
    expect(move(4, definition).standing?.[2]).toBe('现场核查 passedOver')
  })

  test('answers that no longer fit are asked for again', () => {
    const definition = newer(
      ['  信息：经营面积\n    类型：数值\n    单位：平方米', '  信息：经营面积\n    类型：枚举\n    取值：大、小'],
      ['【经营面积】大于50', '【经营面积】为“大”'],
    )
    const { state } = tell(old, STORY.slice(0, 3))
    const planned = planMigration(state, old, definition)
    expect(planned).toMatchObject({ ok: true, value: { unfitFacts: ['经营面积'] } })
    expect(move(3, definition).standing?.[2]).toBe('现场核查 blocked')
  })

  test('a step that would only accept once more is passed over once the case is accepted', () => {
    const again = '  环节：复核受理\n    角色：窗口人员\n    阶段：受理\n    时限：1个工作日\n  环节：决定'
    const definition = newer(['  环节：决定', again], ['承诺时限：10', '承诺时限：11'])
    expect(move(6, definition).standing?.slice(3)).toEqual(['复核受理 passedOver', '决定 ready', '制证送达 waiting'])
  })

  test('moving twice, there and back, leaves the case where it was', () => {
    const definition = newer(ARCHIVE)
    const there = move(4, definition).state
    const context = { at: there.lastAt + 1, by: counter, calendar }
    const back = migrate(there, definition, newer(), context)
    const { nodes, chosen, readyAt, ledger } = tell(old, STORY.slice(0, 4)).state
    expect(back.state).toMatchObject({ nodes, chosen, readyAt, ledger })
  })
})

function start(step: string): Command {
  return { kind: 'startStep', step }
}

describe('a case cannot move', () => {
  test('where the new version wants something before what is under way', () => {
    const { state } = tell(old, [...STORY.slice(0, 6), ['2026-10-09 10:00', approver, start('决定')]])
    const moved = migrate(state, old, newer(TRAINING), { at: state.lastAt, by: counter, calendar })
    // 培训 stands behind steps that are done and before one under way: nobody can have passed it.
    expect(moved.refused).toMatchObject({ code: 'cannot-migrate', names: ['培训'] })
  })

  test('where the order was turned round', () => {
    const definition = newer(['  并联：材料审查、现场核查\n', ''], ['承诺时限：10', '承诺时限：12'])
    const { state } = tell(old, [...STORY.slice(0, 3), ['2026-09-30 09:00', inspector, start('现场核查')]])
    const moved = migrate(state, old, definition, { at: state.lastAt, by: counter, calendar })
    expect(moved.refused).toMatchObject({ code: 'cannot-migrate', names: ['材料审查'] })
  })

  test('while a procedure or a supplement goes on that the new version does not have', () => {
    const procedure: Command = { kind: 'startProcedure', procedure: '专家评审' }
    const inReview = tell(old, [...STORY.slice(0, 4), ['2026-09-30 10:30', reviewer, procedure]]).state
    const context = { at: inReview.lastAt, by: counter, calendar }
    expect(migrate(inReview, old, newer(['特别程序：专家评审', '特别程序：检验']), context).refused).toMatchObject({
      names: ['专家评审'],
    })
    const renamed = newer(['特别程序：专家评审', '特别程序：专家论证'])
    expect(migrate(inReview, old, renamed, context, { 专家论证: '专家评审' }).state?.floatingFrom).toEqual(
      inReview.floatingFrom,
    )
    const asked: Command = { kind: 'requestSupplement', missing: ['申请书'] }
    const waiting = tell(old, [
      ['2026-09-28 09:00', applicant, { kind: 'submit', facts: area }],
      ['2026-09-28 10:00', counter, asked],
    ]).state
    const then = { at: waiting.lastAt, by: counter, calendar }
    expect(migrate(waiting, old, newer(['补正：一次性告知补正', '补正：补齐补正']), then).refused).toMatchObject({
      names: ['一次性告知补正'],
    })
    expect(migrate(waiting, old, newer(), then).state?.supplement).toEqual(waiting.supplement)
  })

  test('while a service is to answer to a step that the new version does not have', () => {
    const ask: Command = { kind: 'requestService', service: 'identityCheck', step: '材料审查' }
    const { state } = tell(old, [...STORY.slice(0, 3), ['2026-09-29 11:00', reviewer, ask]])
    const context = { at: state.lastAt, by: counter, calendar }
    const without = newer(['环节：材料审查', '环节：资料审查'], ['并联：材料审查', '并联：资料审查'])
    expect(migrate(state, old, without, context).refused).toMatchObject({
      code: 'cannot-migrate',
      names: ['材料审查'],
      help: '等答复来了再改',
    })
    expect(migrate(state, old, newer(), context).refused).toBeUndefined()
  })

  test('once it has ended, and by nobody but staff', () => {
    expect(move(STORY.length, newer())).toMatchObject({ code: 'ended' })
    const { state } = tell(old, STORY.slice(0, 3))
    const context = { at: state.lastAt, by: applicant, calendar }
    expect(migrate(state, old, newer(), context).refused).toMatchObject({ code: 'wrong-role' })
    expect(migrate(state, old, newer(), { ...context, by: counter, at: 1 }).refused?.code).toBe('backward-time')
  })
})

describe('choices that were made', () => {
  /** The licence with a choice before its last step: its branches, the steps between, and what the last step waits for. */
  const withChoice = (branches: string, between: string, after: string) =>
    newer(
      ['  环节：制证送达', `  分流：要不要公示\n${branches}${between}  环节：制证送达\n    前序：${after}、要不要公示`],
      ['承诺时限：10', '承诺时限：11'],
    )
  const notice = (name: string) => `  环节：${name}\n    角色：审批负责人\n    时限：1个工作日\n`
  const first = withChoice('    如果：【经营面积】大于50，转 公示\n    否则：转 制证送达\n', notice('公示'), '公示')
  const told = [
    ...STORY.slice(0, 7),
    ['2026-10-10 10:00', approver, start('公示')],
    ['2026-10-11 10:00', approver, complete('公示')],
    ['2026-10-12 09:00', counter, start('制证送达')],
  ] as const

  test('stand, under whatever number the branch has in the new version', () => {
    const turned = withChoice(
      '    如果：【经营面积】不大于50，转 制证送达\n    否则：转 公示\n',
      notice('公示'),
      '公示',
    )
    const { state } = tell(first, told.slice(0, 8))
    const moved = migrate(state, first, turned, { at: state.lastAt, by: counter, calendar })
    const choice = turned.nodeOf.get('要不要公示') ?? -1
    expect(state.chosen[choice]).toBe(0)
    expect(moved.state?.chosen[choice]).toBe(1)
    expect(standing(turned, moved.state?.nodes ?? []).slice(-3)).toEqual([
      '要不要公示 done',
      '公示 running',
      '制证送达 waiting',
    ])
  })

  test('are made anew by the new rules where nothing has come of them yet', () => {
    const larger = withChoice('    如果：【经营面积】大于100，转 公示\n    否则：转 制证送达\n', notice('公示'), '公示')
    const { state } = tell(first, told.slice(0, 7))
    const moved = migrate(state, first, larger, { at: state.lastAt, by: counter, calendar })
    expect(standing(larger, moved.state?.nodes ?? []).slice(-2)).toEqual(['公示 dead', '制证送达 ready'])
  })

  test('keep the case where it is when the new version does not have the branch', () => {
    const other = withChoice('    如果：【经营面积】大于50，转 公告\n    否则：转 制证送达\n', notice('公告'), '公告')
    const { state } = tell(first, told)
    const moved = migrate(state, first, other, { at: state.lastAt, by: counter, calendar })
    expect(moved.refused).toMatchObject({ code: 'cannot-migrate', names: ['要不要公示'] })
  })
})

describe('过渡 decides who may move', () => {
  const context = { at: moment('2026-09-29 11:00'), by: counter, calendar }
  const received = tell(old, STORY.slice(0, 2)).state
  const accepted = tell(old, STORY.slice(0, 3)).state
  const version = (words: string, limit = '10') =>
    define(compileLicence(['到现场次数：1次', `到现场次数：1次\n${words}`], ['承诺时限：10', `承诺时限：${limit}`]))

  test('受理时, also where nothing is said: not after acceptance', () => {
    for (const words of ['  过渡：受理时', '']) {
      expect(migrate(received, old, version(words, '9'), context).refused).toBeUndefined()
      expect(migrate(accepted, old, version(words, '9'), context).refused).toMatchObject({ code: 'cannot-migrate' })
    }
  })

  test('从短: only to what is due earlier', () => {
    expect(migrate(accepted, old, version('  过渡：从短', '9'), context).refused).toBeUndefined()
    expect(migrate(accepted, old, version('  过渡：从短', '10'), context).refused?.code).toBe('cannot-migrate')
    expect(migrate(accepted, old, version('  过渡：从短', '11'), context).refused?.code).toBe('cannot-migrate')
    expect(migrate(received, old, version('  过渡：从短', '11'), context).refused).toBeUndefined()
  })

  test('从短 waits while a stopped clock has no date', () => {
    const procedure: Command = { kind: 'startProcedure', procedure: '专家评审' }
    const { state } = tell(old, [...STORY.slice(0, 4), ['2026-09-30 10:30', reviewer, procedure]])
    const refused = migrate(state, old, version('  过渡：从短', '9'), { ...context, at: state.lastAt }).refused
    expect(refused).toMatchObject({ code: 'cannot-migrate', help: '计时恢复以后再改' })
  })

  test('what fell due under the old version happens first', () => {
    const late = { ...context, at: moment('2026-11-10 09:00') }
    const kinds = migrate(received, old, newer(), late).events?.map(({ kind }) => kind) ?? []
    expect(kinds).toContain('accepted')
    expect(kinds.indexOf('accepted')).toBeLessThan(kinds.indexOf('migrated'))
    // Counted as accepted by then, so 受理时 keeps it.
    expect(migrate(received, old, version(''), late).refused).toMatchObject({ code: 'cannot-migrate' })
  })
})
