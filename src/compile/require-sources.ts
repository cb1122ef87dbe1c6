import { parseCivilDate } from '../calendar/civil-date.ts'

/** Makes sure that what is compiled are files (核对源文件): throws a TypeError that says what to pass for anything else. */
export function requireSources(sources: unknown): void {
  if (!Array.isArray(sources)) throw new TypeError(`要编译的文件写成数组，${EXAMPLE}`)
  const at = sources.findIndex((source) => !isSource(source))
  if (at >= 0) throw new TypeError(`要编译的第${at + 1}个文件没有写明文件名（uri）和内容（text），${EXAMPLE}`)
}

const EXAMPLE = "如“compile([{ uri: '小餐饮店许可.zw', text: '语言版本：1……' }])”"

function isSource(source: unknown): boolean {
  if (typeof source !== 'object' || source === null || !('uri' in source) || !('text' in source)) return false
  return typeof source.uri === 'string' && typeof source.text === 'string'
}

/** Makes sure that the date whose rules count is one (核对日期): throws a TypeError for anything but `YYYY-MM-DD`. */
export function requireDate(asOf: unknown): void {
  if (asOf === undefined || (typeof asOf === 'string' && parseCivilDate(asOf).ok)) return
  throw new TypeError(`按哪一天的规定（asOf）写成存在的日期，如“2026-11-22”；这里是“${String(asOf)}”`)
}
