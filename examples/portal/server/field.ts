import type { CaseDefinition, FactRecord } from 'zhengwu/engine'

type Fact = CaseDefinition['matter']['facts'][number]

/** 要填的一项，页面照着它画。 */
export interface Field {
  readonly name: string
  readonly question: string
  readonly type: Fact['type']
  readonly options: readonly string[]
  readonly unit: string | null
}

export function fieldOf({ name, question, type, options, unit }: Fact): Field {
  return { name, question: question ?? name, type, options, unit: unit ?? null }
}

/** 谁填：没有写填写人、也不是环节里填的，由申请人填。 */
export function isApplicants({ collectors }: CaseDefinition, { name, filledBy }: Fact): boolean {
  return filledBy === undefined ? !collectors.has(name) : filledBy.includes('申请人')
}

/** 填过的一项，像人写的那样：30平方米、是、到期换领。 */
export function printValue(definition: CaseDefinition, name: string, value: FactRecord[string]): string {
  const unit = definition.facts.get(name)?.unit ?? ''
  switch (value.kind) {
    case 'boolean':
      return value.value ? '是' : '否'
    case 'number':
      return `${value.amount}${unit}`
    case 'option':
      return value.option
    case 'text':
      return value.text
    case 'date':
      return value.date
    case 'money':
      return `${Number(value.amountFen) / 100}元`
    case 'duration':
      return 'amount' in value.duration ? `${value.duration.amount}` : ''
  }
}
