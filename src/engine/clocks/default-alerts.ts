import type { AlertRule } from './alert-rule.ts'

/** Yellow at 90 % used or one working day left, red when overdue; for each step as for the whole (默认预警). */
export const DEFAULT_ALERTS: readonly AlertRule[] = (['total', 'step'] as const).flatMap((scope): AlertRule[] => [
  { scope, level: 'yellow', when: { kind: 'left', workdays: '1' } },
  { scope, level: 'yellow', when: { kind: 'used', percent: '90' } },
  { scope, level: 'red', when: { kind: 'overdue', workdays: '0' } },
])
