import type { ReportFaults } from '../analysis/catalogue-report.ts'

/** So many are named. */
const MOST = 5

/**
 * What stands above figures whose files have errors (有错误的说明): what they leave out, so that nobody takes them for the
 * whole. `counted` matters are what the figures are of.
 */
export function faultNote({ errors, matters }: ReportFaults, counted: number): string {
  const files = `文件里有${errors}个错误`
  if (matters.length === 0) return `注意：${files}，下面的数可能不全，不要当作定数；请先运行 zw check 改好。`
  const names = `“${matters.slice(0, MOST).join('”“')}”${matters.length > MOST ? '等' : ''}`
  return `注意：${files}，${matters.length}个事项（${names}）没有读全，没有核算，下面的数只算其余${counted}个；请先运行 zw check 改好。`
}
