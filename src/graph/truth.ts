import type { Truth } from './evaluate-condition.ts'

/** Strong three-valued logic (三值逻辑): 待定 never counts as 否. */
export function negate(truth: Truth): Truth {
  return truth === 'unknown' ? truth : truth === 'yes' ? 'no' : 'yes'
}

/** 且: a single 否 decides. */
export function allOf(truths: Iterable<Truth>): Truth {
  let open = false
  for (const truth of truths) {
    if (truth === 'no') return 'no'
    open ||= truth === 'unknown'
  }
  return open ? 'unknown' : 'yes'
}

/** 或: a single 是 decides. */
export function anyOf(truths: Iterable<Truth>): Truth {
  return negate(allOf(Array.from(truths, negate)))
}
