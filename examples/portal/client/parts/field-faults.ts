import { useState } from 'react'
import type { Field } from '../../server/field.ts'
import { readField } from './field-input.tsx'

/** 表单里不对的各项：名字 → 怎么改。 */
export type Faults = Readonly<Record<string, string>>

const EMPTY: Readonly<Partial<Record<Field['widget'], string>>> = {
  yesNo: '请选“是”或者“否”',
  radio: '请选一项',
  select: '请选一项',
  date: '请填写日期',
}

/** 填得不对的各项。浏览器自己的提示跟着浏览器的语言走，所以表单写 noValidate，由这里说。 */
export function faultsOf(fields: readonly Field[], form: FormData): Faults {
  const found = fields.flatMap((field) => {
    const value = readField(field, form)
    if (value === undefined) return [[field.id, EMPTY[field.widget] ?? '请填写这一项']]
    return Number.isNaN(value) ? [[field.id, '请填写数字，如12或者0.5']] : []
  })
  return Object.fromEntries(found)
}

/** 记着哪些不对。`tell` 说出来，焦点到第一个不对的；都对的答真。 */
export function useFaults() {
  const [faults, setFaults] = useState<Faults>({})
  const tell = (form: HTMLFormElement, found: Faults): boolean => {
    setFaults(found)
    const first = [...form.elements].find((each) => (each.getAttribute('name') ?? '') in found)
    if (first instanceof HTMLElement) first.focus()
    return Object.keys(found).length === 0
  }
  return { faults, tell }
}
