import { printable } from '../diagnostics/printable.ts'
import type { ImportedPart, ImportOutcome } from '../exchange/import-report.ts'

const OUTCOMES: Readonly<Record<ImportOutcome, string>> = {
  structured: '对应上了',
  manual: '记为人工判断',
  note: '记为说明',
  omitted: '没有导入',
}

/** What became of each part of a foreign document, the sums first (导入对应表). */
export function printImportedParts(parts: readonly ImportedPart[], of: 'parts' | 'columns'): string {
  if (parts.length === 0) return ''
  const words = of === 'parts' ? OUTCOMES : { ...OUTCOMES, omitted: '没有内容' }
  const unit = of === 'parts' ? '处' : '列'
  const counts = new Map<ImportOutcome, number>()
  for (const { outcome } of parts) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const sums = [...counts].map(([outcome, count]) => `${words[outcome]}${count}${unit}`)
  const lines = parts.map(({ place, what, outcome, became }) => `  ${place}：${what} → ${became}（${words[outcome]}）`)
  return `${[`zw：${sums.join('，')}`, ...lines].map(printable).join('\n')}\n`
}
