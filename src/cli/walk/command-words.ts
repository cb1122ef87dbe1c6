import type { Command, CommandKind } from '../../engine/command.ts'
import { parseCommand } from '../../engine/parse-command.ts'
import { type FactRecord, SERVICES } from '../../engine/parts.ts'
import { readFacts } from '../../engine/read-facts.ts'
import type { Refusal } from '../../engine/refusal.ts'
import type { Fact } from '../../model/application.ts'
import { CommandFailure } from '../command-failure.ts'
import { onlyOnce } from '../only-once.ts'
import { hintAt, readName, readNames } from './read-words.ts'
import type { WalkSession } from './walk-session.ts'

/** The word for each command. */
export const WORD_OF: Readonly<Record<CommandKind, string>> = {
  submit: '提交',
  requestSupplement: '告知补正',
  supplement: '补正',
  provideFacts: '填写',
  provideMaterials: '补交',
  accept: '受理',
  refuse: '不予受理',
  startStep: '开始',
  completeStep: '完成',
  returnTo: '退回',
  startProcedure: '开始',
  endProcedure: '结束',
  extend: '延长',
  close: '办结',
  deliver: '送达',
  withdraw: '撤回',
  terminate: '终止',
  rate: '评价',
  requestService: '请求',
  answerService: '答复',
  tick: '到时',
}

type ReadRest = (rest: string, session: WalkSession) => object

/** The commands as a walker writes them (指令的写法): what stands behind the word, for the help, and how it is read. */
export const COMMAND_WORDS: Readonly<Record<string, { readonly form: string; readonly read: ReadRest }>> = {
  提交: {
    form: '信息=填写值… 材料=全部',
    read: (rest, session) => ({ kind: 'submit', ...readAnswers(rest, session) }),
  },
  告知补正: {
    form: '缺的材料或信息',
    read: (rest, session) => ({
      kind: 'requestSupplement',
      missing: readNames(rest, [...materialNames(session), ...session.definition.facts.keys()], '材料或信息'),
    }),
  },
  补正: {
    form: '信息=填写值… 材料=名称',
    read: (rest, session) => ({ kind: 'supplement', ...readAnswers(rest, session) }),
  },
  填写: {
    form: '信息=填写值…',
    read: (rest, session) => ({ kind: 'provideFacts', facts: readAnswers(rest, session).facts ?? {} }),
  },
  补交: {
    form: '材料',
    read: (rest, session) => ({
      kind: 'provideMaterials',
      materials: asMaterials(rest.replace(/^材料[=＝]/u, ''), session),
    }),
  },
  受理: { form: '环节 信息=填写值…', read: readAcceptance },
  不予受理: { form: '理由', read: (rest) => ({ kind: 'refuse', reason: rest }) },
  开始: {
    form: '环节或特别程序',
    read: (rest, session) =>
      procedureNames(session).includes(rest.trim())
        ? { kind: 'startProcedure', procedure: rest.trim() }
        : { kind: 'startStep', step: readStep(rest, session).name },
  },
  完成: { form: '环节 结论 信息=填写值…', read: readCompletion },
  结束: {
    form: '特别程序',
    read: (rest, session) => {
      const { name, rest: more } = readName(rest, procedureNames(session), '特别程序')
      return { kind: 'endProcedure', procedure: name, ...readAnswers(more, session) }
    },
  },
  退回: {
    form: '环节 理由',
    read: (rest, session) => {
      const { name, rest: reason } = readStep(rest, session)
      return { kind: 'returnTo', step: name, reason }
    },
  },
  延长: {
    form: '理由',
    read: (rest, { definition }) => {
      const found = definition.matter.extensions.find(({ name }) => rest.startsWith(`${name} `))
      return found === undefined
        ? { kind: 'extend', reason: rest }
        : { kind: 'extend', name: found.name, reason: rest.slice(found.name.length).trim() }
    },
  },
  办结: { form: '', read: (rest) => ({ kind: 'close', ...because(rest) }) },
  送达: { form: '', read: () => ({ kind: 'deliver' }) },
  撤回: { form: '', read: (rest) => ({ kind: 'withdraw', ...because(rest) }) },
  终止: { form: '理由', read: (rest) => ({ kind: 'terminate', reason: rest }) },
  评价: {
    form: '1到5分 环节',
    read: (rest, session) => {
      const [, score = '', step = ''] = /^(\d+)分?\s*(.*)$/su.exec(rest) ?? []
      return { kind: 'rate', score: Number(score), ...(step !== '' && { step: readStep(step, session).name }) }
    },
  },
  请求: {
    form: `${Object.values(SERVICES).join('、')}之一`,
    read: (rest) => ({ kind: 'requestService', service: serviceNamed(rest) }),
  },
  答复: {
    form: '外部服务 完成或失败',
    read: (rest, { state }) => {
      const [, word = '', outcome = '完成'] = /^(\S+)(?:\s+(\S+))?$/u.exec(rest) ?? []
      if (outcome !== '完成' && outcome !== '失败') throw new CommandFailure(`“${outcome}”看不懂，请写完成或者失败`)
      const service = serviceNamed(word)
      const pending = 'status' in state ? state.services.find((each) => each.service === service) : undefined
      if (pending === undefined) throw new CommandFailure(`没有等待答复的“${word}”`)
      return { kind: 'answerService', request: pending.request, outcome: outcome === '失败' ? 'failed' : 'done' }
    },
  },
  到时: { form: '', read: () => ({ kind: 'tick' }) },
}

/** The command that a line gives; undefined for a word that is none. Throws a CommandFailure for what does not fit. */
export function readCommandLine(verb: string, rest: string, session: WalkSession): Command | undefined {
  const entry = Object.hasOwn(COMMAND_WORDS, verb) ? COMMAND_WORDS[verb] : undefined
  if (entry === undefined) return undefined
  const [blank] = /（填写[^）]*）/u.exec(rest) ?? []
  if (blank !== undefined) throw new CommandFailure(`请把“${blank}”换成要写的内容`)
  const given = entry.read(rest.trim(), session)
  const parsed = parseCommand(given)
  if (!parsed.ok) throw new CommandFailure(`${fault(given, parsed.error)}；请写：${verb} ${entry.form}`.trim())
  return parsed.value
}

/** What a field of a command is to a walker (字段的说法). */
const FIELD_WORDS: Readonly<Record<string, string>> = { reason: '理由', missing: '缺的材料或信息' }

function fault(given: object, { field = '' }: Refusal): string {
  if (field === 'score') return '分数应为1到5'
  const word = Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field] : undefined
  if (word === undefined) return '这一行写得不对'
  const value: unknown = Object.entries(given).find(([name]) => name === field)?.[1]
  return value === '' || (Array.isArray(value) && value.length === 0) ? `没有写${word}` : `${word}写得不对`
}

/** The step need only be named where several accept. */
function readAcceptance(rest: string, session: WalkSession): object {
  const [first = ''] = rest.split(/\s/u)
  const isNamed = first !== '' && !/[=＝]/u.test(first)
  const { name, rest: answers } = isNamed ? readStep(rest, session) : { name: undefined, rest }
  return { kind: 'accept', ...(name !== undefined && { step: name }), ...readAnswers(answers, session) }
}

function readCompletion(rest: string, session: WalkSession): object {
  const { name, rest: more } = readStep(rest, session)
  const [, outcome = '', answers = ''] = /^([^\s=＝]*)(?:\s+(.*))?$/su.exec(more) ?? ['', '', more]
  return {
    kind: 'completeStep',
    step: name,
    ...(outcome !== '' && { outcome }),
    ...readAnswers(answers, session),
  }
}

/** 信息=填写值, 材料=名称 and 条件=是 in any order. */
function readAnswers(
  text: string,
  session: WalkSession,
): { readonly facts?: FactRecord; readonly materials?: readonly object[]; readonly judgements?: object } {
  const plain: Record<string, string> = {}
  const judgements: Record<string, boolean> = {}
  let materials: readonly object[] | undefined
  for (const { name, value } of readAssignments(text)) {
    if (name === '材料') materials = asMaterials(value, session)
    else if (session.definition.matter.requirements.some((each) => each.name === name))
      judgements[name] = readJudgement(name, value)
    else plain[name] = value
  }
  const facts = readFacts(session.definition, withoutUnits(plain, session))
  if (!facts.ok) {
    const [name = ''] = facts.error.names ?? []
    const fact = session.definition.facts.get(name)
    const hint = fact === undefined ? hintAt(name, answerable(session)) : (wantedValue(fact) ?? facts.error.help)
    throw new CommandFailure(`${facts.error.message}；${hint}`)
  }
  return {
    ...(Object.keys(plain).length > 0 && { facts: facts.value }),
    ...(materials !== undefined && { materials }),
    ...(Object.keys(judgements).length > 0 && { judgements }),
  }
}

function answerable({ definition }: WalkSession): readonly string[] {
  return [...definition.facts.keys(), ...definition.matter.requirements.map(({ name }) => name)]
}

/** What can be written for a fact (填写值的写法); undefined where the engine says it well enough. */
function wantedValue({ type, options, unit }: Fact): string | undefined {
  if (type === 'option') return `可以写：${(options ?? []).join('、')}`
  if (type === 'number') return `请写数，如60${unit === undefined ? '' : `、60${unit}`}`
  return type === 'boolean' ? YES_OR_NO : undefined
}

const YES_OR_NO = '请写是或者否'

function readJudgement(name: string, value: string): boolean {
  if (value === '是' || value === '否') return value === '是'
  throw new CommandFailure(`“${name}”的填写值不对；${YES_OR_NO}`)
}

/** 名称=值 after 名称=值; a word without = belongs to the value before it. */
function readAssignments(text: string): readonly { readonly name: string; readonly value: string }[] {
  const assignments: { readonly name: string; readonly value: string }[] = []
  const once = onlyOnce()
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const [, name, value = ''] = /^([^=＝]+)[=＝](.*)$/u.exec(word) ?? []
    const last = assignments.at(-1)
    if (name !== undefined) {
      once(name, value)
      assignments.push({ name, value })
    } else if (last !== undefined) assignments[assignments.length - 1] = { ...last, value: `${last.value} ${word}` }
    else throw new CommandFailure(`“${word}”看不懂，请写成“信息=填写值”的样子`)
  }
  return assignments
}

/** 200平方米 is 200 where the fact is counted in 平方米. */
function withoutUnits(plain: Readonly<Record<string, string>>, { definition }: WalkSession): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => {
      const unit = definition.facts.get(name)?.unit
      return [name, unit !== undefined && value.endsWith(unit) ? value.slice(0, -unit.length) : value]
    }),
  )
}

function asMaterials(text: string, session: WalkSession): readonly object[] {
  const names = text.trim() === '全部' ? handedIn(session) : readNames(text, materialNames(session), '材料')
  return names.map((name) => ({ name }))
}

function materialNames({ definition }: WalkSession): readonly string[] {
  return [...definition.materials.keys()]
}

/** What an applicant brings: not what the authority has. */
function handedIn({ definition }: WalkSession): readonly string[] {
  return [...definition.materials.values()].filter(({ necessity }) => necessity !== 'waived').map(({ name }) => name)
}

function procedureNames({ definition }: WalkSession): readonly string[] {
  return definition.matter.specialProcedures.map(({ name }) => name)
}

function readStep(text: string, { definition }: WalkSession) {
  const names = definition.nodes.filter(({ kind }) => kind !== 'choice').map(({ name }) => name)
  return readName(text.trim(), names, '环节')
}

function serviceNamed(text: string): string {
  const found = Object.entries(SERVICES).find(([, word]) => word === text.trim())
  if (found !== undefined) return found[0]
  const known = Object.values(SERVICES).join('、')
  throw new CommandFailure(
    text.trim() === '' ? `请写外部服务：${known}` : `没有“${text.trim()}”这种外部服务；有：${known}`,
  )
}

function because(reason: string): object {
  return reason === '' ? {} : { reason }
}
