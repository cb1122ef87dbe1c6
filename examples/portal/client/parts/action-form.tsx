import type { FormEvent } from 'react'
import type { Problem } from '../../server/problem.ts'
import { api, ask, type DeskCaseJson, Refused } from '../api.ts'
import { useAction } from '../use-data.ts'
import { faultsOf, useFaults } from './field-faults.ts'
import { Fault, FieldInput, readField } from './field-input.tsx'

type Action = DeskCaseJson['actions'][number]

const WORDS: Readonly<Record<string, string>> = {
  accept: '受理',
  requestSupplement: '一次告知补正',
  refuse: '不予受理',
  completeStep: '办完',
  startProcedure: '开始',
  endProcedure: '结束',
  extend: '延长期限',
  returnTo: '退回到',
  deliver: '送达',
  close: '办结',
  terminate: '终止办理',
}

interface ActionFormProps {
  readonly action: Action
  readonly shown: DeskCaseJson
  readonly replace: (shown: DeskCaseJson) => void
  readonly refuse: (problem: Problem) => void
}

/** 一种可办的事：要填什么由服务器说，填了就办。 */
export function ActionForm({ action, shown: { id, version }, replace, refuse }: ActionFormProps) {
  const { kind, step, procedure, name, role, fields, judgements, missing, needsReason, waitsFor } = action
  const about = step ?? procedure ?? (kind === 'requestSupplement' ? null : name)
  const title = `${WORDS[kind] ?? kind}${about === null || (kind === 'accept' && about === '受理') ? '' : `“${about}”`}`
  const reasonLabel = kind === 'requestSupplement' ? '哪里要改' : '理由'
  const act = useAction(async (key, command: Record<string, unknown> & { kind: string }) => {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
    try {
      replace(await ask(api.desk[':id'].commands.$post({ param: { id }, json: command }, { headers })))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refuse(error.problem)
    }
  })
  const { faults, tell } = useFaults()
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const unticked = judgements.filter(({ condition }) => !form.has(tickOf(condition)))
    const found = {
      ...(unticked.length > 0 && { [tickOf(unticked[0]?.condition ?? '')]: sayUnticked(unticked) }),
      ...(missing.length > 0 && !form.has('missing') && { missing: '请勾选缺的、要改的，一次说全' }),
      ...faultsOf(fields, form),
      ...(needsReason && !form.get('reason')?.toString().trim() && { reason: `请写明${reasonLabel}` }),
    }
    if (!tell(event.currentTarget, found)) return
    const facts = fields.flatMap((field) => {
      const value = readField(field, form)
      return value === undefined ? [] : [[field.name, value] as const]
    })
    const reason = String(form.get('reason') ?? '').trim()
    act.run({
      kind,
      ...(step !== null && { step }),
      ...(procedure !== null && { procedure }),
      ...(name !== null && { name }),
      ...(facts.length > 0 && { facts: Object.fromEntries(facts) }),
      ...(judgements.length > 0 && {
        judgements: Object.fromEntries(judgements.map(({ condition }) => [condition, form.has(tickOf(condition))])),
      }),
      ...(missing.length > 0 && { missing: form.getAll('missing') }),
      ...(reason !== '' && { reason }),
    })
  }
  const isPlain = fields.length + judgements.length + missing.length === 0 && !needsReason
  const body = (
    <form noValidate onSubmit={take} className="action">
      {judgements.map(({ condition, check }) => (
        <label key={condition} className="check">
          <input type="checkbox" name={tickOf(condition)} />
          <span>
            符合：{condition}
            <span className="about">{check}</span>
          </span>
        </label>
      ))}
      {judgements.map(({ condition }) => (
        <Fault key={condition} words={faults[tickOf(condition)]} />
      ))}
      <MissingList items={missing.filter(({ applies }) => applies)} />
      {missing.some(({ applies }) => !applies) && (
        <details>
          <summary>其他（这位申请人用不着的）</summary>
          <MissingList items={missing.filter(({ applies }) => !applies)} />
        </details>
      )}
      <Fault words={faults['missing']} />
      {fields.map((field) => (
        <FieldInput key={field.id} field={field} fault={faults[field.id]} />
      ))}
      {needsReason && (
        <label className="field">
          <span>{reasonLabel}</span>
          <textarea name="reason" rows={2} maxLength={200} required />
          <Fault words={faults['reason']} />
        </label>
      )}
      {waitsFor.length > 0 && <p className="soft">还在等：{waitsFor.join('、')}</p>}
      <div className="with-unit">
        <button
          type="submit"
          className={kind === 'accept' || kind === 'completeStep' ? 'primary' : ''}
          disabled={act.isBusy}
        >
          {title}
        </button>
        {role && <span className="soft">{role}办</span>}
      </div>
    </form>
  )
  if (isPlain || kind === 'accept' || kind === 'completeStep') return body
  return (
    <details>
      <summary>{title}</summary>
      {body}
    </details>
  )
}

/** 可以要求补正的，勾选。 */
function MissingList({ items }: { readonly items: Action['missing'] }) {
  return items.map(({ name }) => (
    <label key={name} className="check">
      <input type="checkbox" name="missing" value={name} />
      <span>{name}</span>
    </label>
  ))
}

function tickOf(condition: string): string {
  return `符合 ${condition}`
}

function sayUnticked(unticked: Action['judgements']): string {
  const names = unticked.map(({ condition }) => condition).join('；')
  return `还有${unticked.length}项没有勾选：${names}。核对符合的请勾选，确不符合的，不予受理。`
}
