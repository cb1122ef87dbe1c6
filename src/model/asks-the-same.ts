import type { Fact } from './application.ts'

/** Whether two 申报信息 ask for the same thing (同一问法): type, unit and 取值; what they are called does not count. */
export function asksTheSame(a: Fact, b: Fact): boolean {
  return (
    a.type === b.type &&
    a.unit === b.unit &&
    a.options.length === b.options.length &&
    a.options.every((option) => b.options.includes(option))
  )
}
