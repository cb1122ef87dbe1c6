import { emitWarning } from 'node:process'
import type { Refusal } from '../engine/refusal.ts'
import type { FailedEffect } from '../stores/case-store.ts'

/** What went wrong where nobody waits for the answer (后台的问题): for the log of the one who runs the engine. */
export type Trouble =
  /** A case cannot go on until a person has looked at it. */
  | { readonly kind: 'broken-case'; readonly caseId: string; readonly refusal: Refusal }
  /** A call has failed too often and waits for a person. */
  | { readonly kind: 'dead-letter'; readonly failed: FailedEffect }
  /** The store or a driver failed; it is tried again. */
  | { readonly kind: 'error'; readonly error: unknown }

/** Hears of trouble (问题通报). */
export type OnTrouble = (trouble: Trouble) => void

/** Warns of trouble as Node warns of its own: kinds, numbers and sentences, nothing of what the case is about. */
export function warnOfTrouble(trouble: Trouble): void {
  emitWarning(describeTrouble(trouble), 'ZhengwuEngine')
}

function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'broken-case':
      return `办件${trouble.caseId}停下了：${trouble.refusal.message}`
    case 'dead-letter': {
      const { subscriber, caseId, seq, attempts } = trouble.failed
      return `“${subscriber}”处理办件${caseId}的第${seq}件事失败${attempts}次，等人处理`
    }
    case 'error':
      return `引擎后台出错，稍后再试：${String(trouble.error)}`
  }
}
