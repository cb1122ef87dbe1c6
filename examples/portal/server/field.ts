import { printDuration } from 'zhengwu/calendar'
import type { CaseDefinition, FactRecord, PlainFact } from 'zhengwu/engine'
import type { AnswerField } from 'zhengwu/forms'

/** 要填的一项，页面照着它画。申请人填的，`zhengwu/forms` 的表单说；工作人员填的，由 {@link staffField} 说。 */
export interface Field extends Pick<AnswerField, 'id' | 'name' | 'label' | 'widget' | 'options'> {
  readonly unit?: string | undefined
  readonly value?: PlainFact | undefined
}

type Fact = CaseDefinition['matter']['facts'][number]

const WIDGETS: Readonly<Record<Fact['type'], AnswerField['widget']>> = {
  boolean: 'yesNo',
  option: 'radio',
  number: 'number',
  money: 'money',
  text: 'text',
  date: 'date',
  duration: 'duration',
}

/** 工作人员办环节时填的，编号就是名称。 */
export function staffField({ name, question, type, options, unit }: Fact): Field {
  return {
    id: name,
    name,
    label: question ?? name,
    widget: WIDGETS[type],
    options,
    unit: type === 'money' ? '元' : unit,
  }
}

/** 填过的一项，像人写的那样：30平方米、是、到期换领。 */
export function printValue(unit: string | undefined, value: FactRecord[string]): string {
  switch (value.kind) {
    case 'boolean':
      return value.value ? '是' : '否'
    case 'number':
      return `${value.amount}${unit ?? ''}`
    case 'option':
      return value.option
    case 'text':
      return value.text
    case 'date':
      return value.date
    case 'money':
      return `${Number(value.amountFen) / 100}元`
    case 'duration':
      return printDuration(value.duration)
  }
}
