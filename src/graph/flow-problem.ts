import type { Origin } from '../base/source-file.ts'

interface Located {
  /** The place to show first. */
  readonly origin: Origin | undefined
}

/**
 * What is wrong with the drawing of a flow (流程问题), as data: names in the author's words and places.
 * The compiler's checks turn it into diagnostics; a designer may draw it.
 */
export type FlowProblem =
  /** 前序 leads back to where it came from; the first name is repeated at the end. The edge that closed the loop was left out. */
  | (Located & { readonly kind: 'cycle'; readonly loop: readonly string[]; readonly related: readonly Origin[] })
  /** A name that is neither a step nor a choice. */
  | (Located & {
      readonly kind: 'unknownName'
      readonly role: 'after' | 'branch' | 'parallel' | 'placement'
      /** The step, choice or special procedure that uses the name; empty for a 并联. */
      readonly owner: string
      readonly name: string
    })
  /** Two steps of one 并联, one of which waits for the other. */
  | (Located & { readonly kind: 'orderInParallel'; readonly before: string; readonly after: string })
  /** A step that is not named stands between the steps of a 并联. */
  | (Located & { readonly kind: 'notAdjacent'; readonly steps: readonly string[]; readonly between: readonly string[] })
  | (Located & { readonly kind: 'inTwoParallels'; readonly step: string; readonly related: readonly Origin[] })
  /** 转 to what is listed before the choice: going back is 退回, not a branch. */
  | (Located & { readonly kind: 'backwardBranch'; readonly choice: string; readonly target: string })
  /** What follows a 分流 in the list is the target of none of its branches and has no 前序. */
  | (Located & { readonly kind: 'afterChoice'; readonly choice: string; readonly step: string })
  /** The last step of a branch has neither 产出 nor 终止 and joins no merge. */
  | (Located & {
      readonly kind: 'branchWithoutEnd'
      readonly choice: string
      readonly step: string
      /** The step listed next, the likeliest place to merge, with what it follows now. */
      readonly merge:
        | { readonly step: string; readonly after: readonly string[]; readonly origin: Origin | undefined }
        | undefined
    })
  /** Nothing follows the step and it has no 产出; `outputs` are the 结果 that the matter declares. */
  | (Located & { readonly kind: 'deadEnd'; readonly step: string; readonly outputs: readonly string[] })
