import { type Context, Hono } from 'hono'
import { type Command, type PlainFact, parseCommand, readFacts } from 'zhengwu/engine'
import { formFor, writeAnswers } from 'zhengwu/forms'
import type { CaseView, EnabledCommand } from 'zhengwu/runner'
import * as z from 'zod'
import { describeCase } from '../case-view.ts'
import { staffField } from '../field.ts'
import { fieldsOf, materialsOf } from '../journey.ts'
import type { Office } from '../office.ts'
import type { Person } from '../people.ts'
import { problemOf } from '../problem.ts'
import { body, staffOnly } from '../request.ts'
import { dispatch, readCase, summaryOf } from './cases.ts'

/** 命令照表单写：信息是平常的值，其余照引擎的命令。 */
const request = z.looseObject({
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})

/** 要写理由的命令。 */
const REASONED: ReadonlySet<string> = new Set([
  'refuse',
  'returnTo',
  'extend',
  'terminate',
  'startProcedure',
  'requestSupplement',
])
/** 给工作人员的按钮：收回来由系统办的、代申请人办的、不常用的不列。 */
const OFFERED: ReadonlySet<string> = new Set([
  'accept',
  'requestSupplement',
  'refuse',
  'completeStep',
  'startProcedure',
  'endProcedure',
  'extend',
  'returnTo',
  'deliver',
  'close',
  'terminate',
])

/** 工作台：收件、受理、补正、办理、决定。 */
export function deskRoutes(office: Office) {
  const show = async (c: Context, person: Person) => {
    const view = await readCase(office, c.req.param('id') ?? '', person)
    const draft = office.store.draft(view.state.caseId)
    return { ...describeCase(office, view, draft, true), actions: actionsOf(view, person) }
  }
  return new Hono()
    .get('/', async (c) => {
      staffOnly(office, c)
      const cases = await office.engine.list({ limit: 200 })
      return c.json({ cases: cases.map(summaryOf).reverse() })
    })
    .get('/:id', async (c) => c.json(await show(c, staffOnly(office, c))))
    .post('/:id/commands', body(request), async (c) => {
      const person = staffOnly(office, c)
      const { definition } = await readCase(office, c.req.param('id'), person)
      await dispatch(office, c, person, readCommand(definition, c.req.valid('json')))
      return c.json(await show(c, person))
    })
}

function readCommand(
  definition: CaseView['definition'],
  { facts: plain, ...rest }: { readonly facts?: Record<string, PlainFact> | undefined },
): Command {
  const facts = readFacts(definition, plain ?? {})
  if (!facts.ok) throw problemOf(facts.error)
  const command = parseCommand(plain === undefined ? rest : { ...rest, facts: facts.value })
  if (!command.ok) throw problemOf(command.error)
  return command.value
}

/** 可以要求补正的；这位申请人用得着的 applies 是真。 */
function listMissing({ matter }: CaseView['definition'], { facts, materials }: CaseView['state']) {
  const own = formFor(matter, writeAnswers(matter, facts))
  const applying = new Set([
    ...Object.keys(materials),
    ...materialsOf(own).flatMap(({ members }) => members.map(({ name }) => name)),
    ...fieldsOf(own).map(({ name }) => name),
  ])
  const all = [
    ...matter.materials.filter(({ necessity }) => necessity !== 'waived').map(({ name }) => name),
    ...fieldsOf(formFor(matter)).map(({ name }) => name),
  ]
  return [...new Set(all)].map((name) => ({ name, applies: applying.has(name) }))
}

/** 这个人现在可以办的，各要填什么。 */
function actionsOf({ enabled, definition, state }: CaseView, { actor }: Person) {
  const offered = enabled.filter(
    ({ command, who, role }) =>
      who === 'staff' && OFFERED.has(command) && (role === undefined || actor.roles.includes(role)),
  )
  // 一人多岗的，同一件事不列两遍。
  const keyFor = ({ command, step, procedure, name }: EnabledCommand) => [command, step, procedure, name].join(' ')
  const distinct = [...new Map(offered.toReversed().map((each) => [keyFor(each), each])).values()].toReversed()
  return distinct.map(({ command, step, procedure, name, role, facts, waitsFor }) => ({
    key: [command, step, procedure, name].join(' '),
    kind: command,
    step: step ?? null,
    procedure: procedure ?? null,
    name: name ?? null,
    role: role ?? null,
    fields: (facts ?? []).flatMap((fact) => {
      const declared = definition.facts.get(fact)
      return declared === undefined ? [] : [staffField(declared)]
    }),
    judgements:
      command === 'accept' && state.ledger.acceptedAt === undefined
        ? definition.matter.requirements.flatMap(({ name: condition, manualCheck }) =>
            manualCheck === undefined ? [] : [{ condition, check: manualCheck }],
          )
        : [],
    missing: command === 'requestSupplement' ? listMissing(definition, state) : [],
    needsReason: REASONED.has(command),
    waitsFor: [
      ...(waitsFor?.materials ?? []),
      ...(waitsFor?.facts ?? []),
      ...(waitsFor?.services ?? []),
      ...(waitsFor?.procedures ?? []),
    ],
  }))
}
