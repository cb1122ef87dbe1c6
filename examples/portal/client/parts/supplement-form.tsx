import type { FormEvent } from 'react'
import { api, ask, type CaseJson } from '../api.ts'
import type { CasePartProps } from '../shown.ts'
import { useAction } from '../use-data.ts'
import { faultsOf, useFaults } from './field-faults.ts'
import { FieldInput, readField } from './field-input.tsx'
import { ProblemNotice } from './notice.tsx'
import { UploadList } from './upload-list.tsx'

interface SupplementFormProps extends CasePartProps {
  readonly supplement: NonNullable<CaseJson['supplement']>
}

/** 补正：要改的答案、要重新交的材料，一次交齐。 */
export function SupplementForm({ shown, replace, reload, supplement }: SupplementFormProps) {
  const { id, version } = shown
  const { reason, materials, fields, fresh } = supplement
  const send = async (material: string, file: File) => {
    const body = new FormData()
    body.set('file', file)
    const param = { id, material: encodeURIComponent(material) }
    replace(await ask(api.cases[':id'].files[':material'].$put({ param }, { init: { body } })))
  }
  const submit = useAction(async (key, answers: Record<string, string | number | boolean>) => {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
    try {
      replace(await ask(api.cases[':id'].supplement.$post({ param: { id }, json: { answers } }, { headers })))
    } catch (error) {
      reload()
      throw error
    }
  })
  const { faults, tell } = useFaults()
  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (!tell(event.currentTarget, faultsOf(fields, form))) return
    const given = fields.flatMap((field) => {
      const value = readField(field, form)
      return value === undefined ? [] : [[field.name, value] as const]
    })
    submit.run(Object.fromEntries(given))
  }
  return (
    <section className="task" aria-labelledby="supplement">
      <h2 id="supplement">请补正</h2>
      {reason && <p>工作人员说：{reason}</p>}
      <form noValidate onSubmit={take}>
        {fields.map((field) => (
          <FieldInput key={field.id} field={field} fault={faults[field.id]} />
        ))}
        <UploadList
          wanted={materials.map((name) => ({ name, need: 'required' as const, note: '' }))}
          uploads={shown.uploads.filter(({ material }) => fresh.includes(material))}
          send={send}
        />
        {submit.problem && <ProblemNotice problem={submit.problem} />}
        <button
          type="submit"
          className="primary"
          disabled={submit.isBusy || materials.some((name) => !fresh.includes(name))}
        >
          {submit.isBusy ? '正在提交……' : '提交补正'}
        </button>
      </form>
    </section>
  )
}
