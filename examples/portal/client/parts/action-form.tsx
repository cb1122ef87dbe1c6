import type { FormEvent } from 'react'
import type { Problem } from '../../server/problem.ts'
import { api, ask, type DeskCaseJson, Refused } from '../api.ts'
import { useAction } from '../use-data.ts'
import { FieldInput, readField } from './field-input.tsx'

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
  const act = useAction(async (key, command: Record<string, unknown> & { kind: string }) => {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
    try {
      replace(await ask(api.desk[':id'].commands.$post({ param: { id }, json: command }, { headers })))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refuse(error.problem)
    }
  })
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
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
        judgements: Object.fromEntries(judgements.map(({ condition }) => [condition, form.has(`符合 ${condition}`)])),
      }),
      ...(missing.length > 0 && { missing: form.getAll('missing') }),
      ...(reason !== '' && { reason }),
    })
  }
  const isPlain = fields.length + judgements.length + missing.length === 0 && !needsReason
  const body = (
    <form onSubmit={take} className="action">
      {judgements.map(({ condition, check }) => (
        <label key={condition} className="check">
          <input type="checkbox" name={`符合 ${condition}`} />
          <span>
            符合：{condition}
            <span className="about">{check}</span>
          </span>
        </label>
      ))}
      {missing.map((each) => (
        <label key={each} className="check">
          <input type="checkbox" name="missing" value={each} />
          <span>{each}</span>
        </label>
      ))}
      {fields.map((field) => (
        <FieldInput key={field.id} field={field} />
      ))}
      {needsReason && (
        <label className="field">
          <span>{kind === 'requestSupplement' ? '哪里要改' : '理由'}</span>
          <textarea name="reason" rows={2} maxLength={200} required />
        </label>
      )}
      {waitsFor.length > 0 && <p className="soft">还在等：{waitsFor.join('、')}</p>}
      <button
        type="submit"
        className={kind === 'accept' || kind === 'completeStep' ? 'primary' : ''}
        disabled={act.isBusy}
      >
        {title}
      </button>
      {role && <span className="about">{role}</span>}
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
