/** When a supervisor wants to hear of a clock (预警规则). Parameters, not law: 督办办法 differ from place to place. */
export interface AlertRule {
  /** 总时限 or 环节时限. */
  readonly scope: 'total' | 'step'
  readonly level: 'yellow' | 'red'
  /** 剩余 N (at most so much is left) · 已用 N% · 超期 N (overdue by so much; 0: as soon as it is overdue). Exact numbers as text. */
  readonly when:
    | { readonly kind: 'left'; readonly workdays: string }
    | { readonly kind: 'used'; readonly percent: string }
    | { readonly kind: 'overdue'; readonly workdays: string }
}

/** Yellow at 90 % used or one working day left, red when overdue; for each step as for the whole (默认预警). */
export const DEFAULT_ALERTS: readonly AlertRule[] = (['total', 'step'] as const).flatMap((scope): AlertRule[] => [
  { scope, level: 'yellow', when: { kind: 'left', workdays: '1' } },
  { scope, level: 'yellow', when: { kind: 'used', percent: '90' } },
  { scope, level: 'red', when: { kind: 'overdue', workdays: '0' } },
])
