import { useId } from 'react'
import type { Field } from '../../server/field.ts'

interface FieldInputProps {
  readonly field: Field
  readonly value?: string | number | boolean | undefined
  /** 问题就是这一页的大标题。 */
  readonly isTitle?: boolean
  readonly describedBy?: string | undefined
}

/** 一个问题和它的回答：是否、枚举用单选，其余一行输入框。表单交上来的，由 {@link readField} 读。 */
export function FieldInput({ field, value, isTitle = false, describedBy }: FieldInputProps) {
  const id = useId()
  const { name, question, type, options, unit } = field
  const choices = type === 'boolean' ? ['是', '否'] : options
  const given = typeof value === 'boolean' ? (value ? '是' : '否') : String(value ?? '')
  const words = isTitle ? <h1 tabIndex={-1}>{question}</h1> : question
  if (type === 'boolean' || type === 'option') {
    return (
      <fieldset className="field" aria-describedby={describedBy}>
        <legend>{words}</legend>
        <div className={choices.length === 2 ? 'choices two' : 'choices'}>
          {choices.map((choice) => (
            <label key={choice} className="choice">
              <input type="radio" name={name} value={choice} required defaultChecked={given === choice} />
              <span>{choice}</span>
            </label>
          ))}
        </div>
      </fieldset>
    )
  }
  return (
    <div className="field">
      {isTitle && words}
      <label htmlFor={id} className={isTitle ? 'unseen' : undefined}>
        {question}
      </label>
      <div className="with-unit">
        <input
          id={id}
          name={name}
          required
          defaultValue={given}
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'number' || type === 'money' ? 'decimal' : undefined}
          pattern={type === 'number' || type === 'money' ? '[0-9]+([.][0-9]+)?' : undefined}
          title={type === 'number' || type === 'money' ? '请填写数字，如 12 或者 0.5' : undefined}
          aria-describedby={describedBy}
          autoComplete="off"
        />
        {(unit ?? (type === 'money' ? '元' : null)) && <span>{unit ?? '元'}</span>}
      </div>
    </div>
  )
}

/** 表单里的一项：是否是 true、false，数是数字，其余是文字；没有填的没有。 */
export function readField({ name, type }: Field, form: FormData): string | number | boolean | undefined {
  const written = form.get(name)
  if (typeof written !== 'string' || written.trim() === '') return undefined
  if (type === 'boolean') return written === '是'
  return written.trim()
}
