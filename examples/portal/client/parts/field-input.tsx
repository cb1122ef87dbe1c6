import { useId } from 'react'
import type { Field } from '../../server/field.ts'

interface FieldInputProps {
  readonly field: Field
  /** 问题就是这一页的大标题。 */
  readonly isTitle?: boolean
  readonly describedBy?: string | undefined
  /** 填得不对的，怎么改。 */
  readonly fault?: string | undefined
}

const INPUTS: Readonly<Partial<Record<Field['widget'], object>>> = {
  number: { inputMode: 'decimal' },
  money: { inputMode: 'decimal' },
  date: { type: 'date' },
  duration: { placeholder: '如3个月、2年' },
}

/** 一个问题和它的回答：是否、枚举用单选，其余一行输入框。交上来的由 {@link readField} 读。 */
export function FieldInput({ field, isTitle = false, describedBy, fault }: FieldInputProps) {
  const inputId = useId()
  const faultId = `${inputId}-fault`
  const about = [describedBy, fault && faultId].filter(Boolean).join(' ') || undefined
  const { id, label, widget, options, unit, value } = field
  const words = isTitle ? <h1 tabIndex={-1}>{label}</h1> : label
  if (widget === 'yesNo' || widget === 'radio') {
    const choices = widget === 'yesNo' ? ['是', '否'] : options
    const given = typeof value === 'boolean' ? (value ? '是' : '否') : value
    return (
      <fieldset className="field" aria-describedby={about}>
        <legend>{words}</legend>
        <div className={choices.length === 2 ? 'choices two' : 'choices'}>
          {choices.map((choice) => (
            <label key={choice} className="choice">
              <input type="radio" name={id} value={choice} required defaultChecked={given === choice} />
              <span>{choice}</span>
            </label>
          ))}
        </div>
        <Fault id={faultId} words={fault} />
      </fieldset>
    )
  }
  const shared = {
    id: inputId,
    name: id,
    required: true,
    'aria-describedby': about,
    'aria-invalid': fault !== undefined,
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
      <Fault id={faultId} words={fault} />
    </div>
  )
}

/** 一项填得不对，写在它下面，一出现就读出来。 */
export function Fault({ id, words }: { readonly id?: string; readonly words: string | undefined }) {
  if (words === undefined) return null
  return (
    <p id={id} className="wrong" role="alert">
      {words}
    </p>
  )
}

/** 表单里的一项：是否是 true、false，数是数（看不懂的是 NaN），其余是文字；没有填的没有。全角的数字照半角的读。 */
export function readField({ id, widget }: Field, form: FormData): string | number | boolean | undefined {
  const written = String(form.get(id) ?? '').trim()
  if (written === '') return undefined
  if (widget === 'yesNo') return written === '是'
  const plain = written.normalize('NFKC')
  if (widget === 'number' || widget === 'money') return /^\d+([.]\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  return widget === 'duration' ? plain : written
}
