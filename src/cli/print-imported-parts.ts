import { printable } from '../diagnostics/printable.ts'
import type { ImportedPart, ImportOutcome } from '../exchange/import-report.ts'

const OUTCOMES: Readonly<Record<ImportOutcome, string>> = {
  structured: '对应上了',
  manual: '记为人工判断',
  note: '记为说明',
  omitted: '没有导入',
}

/** What became of each part of a foreign document, the sums first (导入对应表). */
export function printImportedParts(parts: readonly ImportedPart[]): string {
  if (parts.length === 0) return ''
  const counts = new Map<ImportOutcome, number>()
  for (const { outcome } of parts) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const sums = [...counts].map(([outcome, count]) => `${OUTCOMES[outcome]}${count}处`)
  const lines = parts.map(
    ({ place, what, outcome, became }) => `  ${place}：${what} → ${became}（${OUTCOMES[outcome]}）`,
  )
  return `${[`zw：${sums.join('，')}`, ...lines].map(printable).join('\n')}\n`
}
