/** A date as people write it: 2024年7月1日. */
export function printDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
