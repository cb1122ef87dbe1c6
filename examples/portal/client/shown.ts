import type { CaseJson, DraftJson } from './api.ts'

/** 申请的一步：申请现在的样子，办完一步换成新的。 */
export interface StepProps {
  readonly draft: DraftJson
  readonly replace: (draft: DraftJson) => void
}

/** 办件页的一部分：办件现在的样子，办完一步换成新的；没有办成的，重新取来看看是不是别人先办了。 */
export interface CasePartProps {
  readonly shown: CaseJson
  readonly replace: (shown: CaseJson) => void
  readonly reload: () => void
}

/** 申请下一步的地址：还有要问的去问，问完了去看结论。 */
export function pathOf({ id, next }: DraftJson): string {
  return next === null ? `/drafts/${id}/result` : `/drafts/${id}?ask=${encodeURIComponent(next.id)}`
}
