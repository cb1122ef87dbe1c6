import { useId } from 'react'
import type { Field } from '../../server/field.ts'

interface FieldInputProps {
  readonly field: Field
  /** 问题就是这一页的大标题。 */
  readonly isTitle?: boolean
  readonly describedBy?: string | undefined
}

const INPUTS: Readonly<Partial<Record<Field['widget'], object>>> = {
  number: { inputMode: 'decimal', pattern: '[0-9]+([.][0-9]+)?', title: '请填写数字，如 12 或者 0.5' },
  money: { inputMode: 'decimal', pattern: '[0-9]+([.][0-9]+)?', title: '请填写金额，如 12 或者 0.5' },
  date: { type: 'date' },
  duration: { placeholder: '如3个月、2年' },
}

/** 一个问题和它的回答：是否、枚举用单选，其余一行输入框。交上来的由 {@link readField} 读。 */
export function FieldInput({ field, isTitle = false, describedBy }: FieldInputProps) {
  const inputId = useId()
  const { id, label, widget, options, unit, value } = field
  const words = isTitle ? <h1 tabIndex={-1}>{label}</h1> : label
  if (widget === 'yesNo' || widget === 'radio') {
    const choices = widget === 'yesNo' ? ['是', '否'] : options
    const given = typeof value === 'boolean' ? (value ? '是' : '否') : value
    return (
      <fieldset className="field" aria-describedby={describedBy}>
        <legend>{words}</legend>
        <div className={choices.length === 2 ? 'choices two' : 'choices'}>
          {choices.map((choice) => (
            <label key={choice} className="choice">
              <input type="radio" name={id} value={choice} required defaultChecked={given === choice} />
              <span>{choice}</span>
            </label>
          ))}
        </div>
      </fieldset>
    )
  }
  const shared = {
    id: inputId,
    name: id,
    required: true,
    'aria-describedby': describedBy,
    defaultValue: String(value ?? ''),
  }
  return (
    <div className="field">
      {isTitle && words}
      <label htmlFor={inputId} className={isTitle ? 'unseen' : undefined}>
        {label}
      </label>
      <div className="with-unit">
        {widget === 'select' ? (
          <select {...shared}>
            <option value="">请选择</option>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </select>
        ) : (
          <input type="text" autoComplete="off" {...INPUTS[widget]} {...shared} />
        )}
        {unit && <span>{unit}</span>}
      </div>
    </div>
  )
}

/** 表单里的一项：是否是 true、false，数是数，其余是文字；没有填的没有。 */
export function readField({ id, widget }: Field, form: FormData): string | number | boolean | undefined {
  const written = String(form.get(id) ?? '').trim()
  if (written === '') return undefined
  if (widget === 'yesNo') return written === '是'
  return widget === 'number' || widget === 'money' ? Number(written) : written
}
