import { type FormEvent, useEffect } from 'react'
import type { Field } from '../../server/field.ts'
import { api, ask } from '../api.ts'
import { faultsOf, useFaults } from '../parts/field-faults.ts'
import { FieldInput, readField } from '../parts/field-input.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { navigate } from '../router.tsx'
import { pathOf, type StepProps } from '../shown.ts'
import { useAction } from '../use-data.ts'

/** 一次一个问题。 */
export function QuestionStep({ draft, replace, field }: StepProps & { readonly field: Field }) {
  const reason = draft.next?.id === field.id ? draft.next.reason : ''
  const answer = useAction(async (_, value: string | number | boolean) => {
    const next = await ask(api.drafts[':id'].answers.$put({ param: { id: draft.id }, json: { id: field.id, value } }))
    replace(next)
    navigate(pathOf(next))
  })
  const { faults, tell } = useFaults()
  useEffect(() => {
    document.title = `${field.label}－${draft.service.name}`
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [field, draft.service.name])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!tell(event.currentTarget, faultsOf([field], form))) return
    const value = readField(field, form)
    if (value !== undefined) answer.run(value)
  }
  return (
    <form className="question" noValidate onSubmit={submit}>
      <p className="kicker">
        {draft.service.name}
        <span>已答{draft.answers.length}个问题</span>
      </p>
      {answer.problem && <ProblemNotice problem={answer.problem} />}
      <FieldInput field={field} isTitle describedBy={reason === '' ? undefined : 'why'} fault={faults[field.id]} />
      {reason !== '' && (
        <p id="why" className="soft">
          为什么问：{reason}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="primary" disabled={answer.isBusy}>
          下一步
        </button>
        <button type="button" className="quiet" onClick={() => history.back()}>
          上一步
        </button>
      </div>
    </form>
  )
}
