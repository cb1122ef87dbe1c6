/** What can be wrong with a history (历史记录的毛病). */
export const HISTORY_FAULTS = {
  malformed: '格式不对',
  altered: '被改过',
  missing: '缺了',
  reordered: '次序不对',
  impossible: '不可能发生',
} as const

/** The first event that a history cannot be trusted from (第一处对不上). */
export interface HistoryFault {
  readonly kind: keyof typeof HISTORY_FAULTS
  /** Which event, from 1. */
  readonly seq: number
  /** One Chinese sentence that repeats nothing of the event but its kind. */
  readonly message: string
}

/** Words a fault. `detail` says more where there is more to say. */
export function historyFault(kind: HistoryFault['kind'], seq: number, detail?: string): HistoryFault {
  return { kind, seq, message: `第${seq}件事${HISTORY_FAULTS[kind]}${detail === undefined ? '' : `：${detail}`}` }
}
