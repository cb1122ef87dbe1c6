import { printDuration } from '../../calendar/duration.ts'
import type { Choice, Step } from '../../model/flow.ts'
import type { Matter } from '../../model/matter.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { CLOCK_EFFECTS, OVERDUE_EFFECTS, STAGES, STEP_MODES } from '../../model/terms.ts'
import { PROCEDURE_CODES, STAGE_CODES } from './codes.ts'
import { type CodedField, field, textOf } from './field.ts'
import type { GuideWords } from './guide-words.ts'

/** The steps as rows of the national 实施清单 (办理环节): who, how long, what is looked at, what comes out. */
export function stepFields({ flow }: Matter, words: GuideWords) {
  return flow.flatMap((item) => {
    if (item.kind !== 'step') return []
    const together = flow.flatMap((each) =>
      each.kind === 'parallel' && each.steps.includes(item.name) ? each.steps : [],
    )
    return [
      {
        name: field('环节名称', null, item.name),
        stage: stageField(item),
        handler: field('办理人员', null, textOf([item.department, item.role].flatMap((who) => who ?? []))),
        limit: field('办理时限', null, words.limits(item.limits)),
        standard: field('审查标准', null, item.reviewStandard),
        result: field('办理结果', null, textOf(item.outputs)),
        extension: {
          when: item.when === undefined ? null : words.say(item.when),
          after: item.after ?? null,
          together: [...new Set(together)].filter((name) => name !== item.name),
          clock: item.clock === undefined ? null : CLOCK_EFFECTS[item.clock],
          modes: item.modes.map((mode) => STEP_MODES[mode]),
          collects: item.collects,
          terminates: item.terminates,
          basis: item.sources.map(printLegalSource),
          notes: item.notes,
        },
      },
    ]
  })
}

function stageField({ stages }: Step) {
  return {
    ...field('环节类型', null, stages.length === 0 ? null : stages.map((stage) => STAGES[stage]).join('、')),
    codes: stages.map((stage) => STAGE_CODES[stage].code),
    phases: [...new Set(stages.map((stage) => STAGE_CODES[stage].phase))],
  }
}

/** 办理流程 as one text, as the standard has it. */
export function flowText({ flow }: Matter, words: GuideWords): string | null {
  const lines = flow.flatMap((item) =>
    item.kind === 'step'
      ? [stepText(item, words)]
      : item.kind === 'choice'
        ? [choiceText(item, words)]
        : [`${item.steps.join('、')}同时办`],
  )
  return textOf(lines.map((line, index) => `${index + 1}. ${line}`))
}

function stepText({ name, department, role, limits, when }: Step, words: GuideWords): string {
  const limit = words.limits(limits)
  const about = [department, role, limit].flatMap((word) => word ?? [])
  return [
    name,
    about.length === 0 ? '' : `（${about.join('；')}）`,
    when === undefined ? '' : `，仅限${words.say(when)}`,
  ].join('')
}

function choiceText({ name, branches, otherwise }: Choice, words: GuideWords): string {
  const ways = branches.map(({ when, target }) => `${words.say(when)}的，转${target}`)
  return `${name}：${[...ways, ...(otherwise === undefined ? [] : [`否则转${otherwise}`])].join('；')}`
}

/** 分流 as conditions and where they lead, which the standard has no field for. */
export function choiceLines({ flow }: Matter, words: GuideWords) {
  return flow.flatMap((item) =>
    item.kind === 'choice'
      ? [
          {
            name: item.name,
            branches: item.branches.map(({ when, target }) => ({ when: words.say(when), target })),
            otherwise: item.otherwise ?? null,
            notes: item.notes,
          },
        ]
      : [],
  )
}

/** 特别程序 and 延长, which the standard counts among them (A.7). */
export function procedureFields({ specialProcedures, extensions }: Matter, words: GuideWords) {
  const kind = (code: keyof typeof PROCEDURE_CODES, value: string): CodedField => ({
    name: '特别程序种类',
    field: null,
    value,
    code: PROCEDURE_CODES[code],
  })
  return [
    ...specialProcedures.map(({ name, limits, when, clock, notice, sources, notes }) => ({
      kind: kind('procedure', '除延长审批之外'),
      name: field('特别程序名称', null, name),
      limit: field('时限', null, words.limits(limits)),
      reason: field('启动理由', null, when === undefined ? null : words.say(when)),
      extension: { clock: CLOCK_EFFECTS[clock], notice: notice ?? null, basis: sources.map(printLegalSource), notes },
    })),
    ...extensions.map(({ name, extendBy, extendTo, when, approver, times, notice, sources, notes }) => ({
      kind: kind('extension', '延长审批'),
      name: field('特别程序名称', null, name),
      limit: field('时限', null, extendTo ? `延长至${printDuration(extendTo)}` : extendBy && printDuration(extendBy)),
      reason: field('启动理由', null, when === undefined ? null : words.say(when)),
      extension: {
        approver: approver ?? null,
        times: times ?? null,
        notice: notice ?? null,
        basis: sources.map(printLegalSource),
        notes,
      },
    })),
  ]
}

/** 补正, which the standard has no field for. */
export function supplementLines({ supplements }: Matter) {
  return supplements.map(({ name, step, noticeLimit, supplementLimit, times, clock, overdue, notes }) => ({
    name,
    step: step ?? null,
    noticeLimit: noticeLimit === undefined ? null : printDuration(noticeLimit),
    supplementLimit: supplementLimit === undefined ? null : printDuration(supplementLimit),
    times: times ?? null,
    clock: clock === undefined ? null : CLOCK_EFFECTS[clock],
    overdue: overdue === undefined ? null : OVERDUE_EFFECTS[overdue],
    notes,
  }))
}
