import { api, ask } from '../api.ts'
import { CaseRecord } from '../parts/case-record.tsx'
import { ClockList } from '../parts/clock-list.tsx'
import { LateMaterials } from '../parts/late-materials.tsx'
import { ProblemNotice, Waiting } from '../parts/notice.tsx'
import { CaseRating, StepRatings } from '../parts/rating-forms.tsx'
import { StepLine } from '../parts/step-line.tsx'
import { SupplementForm } from '../parts/supplement-form.tsx'
import { PageTitle } from '../router.tsx'
import type { CasePartProps } from '../shown.ts'
import { LOOK_EVERY, useAction, useData } from '../use-data.ts'

/** 一个办件：现在怎样、什么时候办完、经过、要我做什么。 */
export function CasePage({ id, isNew }: { readonly id: string; readonly isNew: boolean }) {
  const {
    data: shown,
    problem,
    reload,
    replace,
  } = useData(`cases/${id}`, () => ask(api.cases[':id'].$get({ param: { id } })), LOOK_EVERY)
  if (shown === undefined) return <Waiting problem={problem} reload={reload} />
  const part = { shown, replace, reload }
  return (
    <>
      <p className="kicker">
        办件编号 {shown.id}
        <span className={`chip ${shown.ending ?? shown.status}`}>{shown.statusWords}</span>
      </p>
      <PageTitle title={shown.matter} />
      {isNew && shown.status === 'received' && (
        <p className="notice good">
          <strong>申请已经收到。</strong>请记下办件编号 {shown.id}，随时可以回来看进度。
        </p>
      )}
      <p className="next" role="status">
        {shown.next}
      </p>
      {shown.supplement && <SupplementForm {...part} supplement={shown.supplement} />}
      <CaseRating {...part} />
      <div className="split">
        <div>
          <StepLine shown={shown} />
          <ClockList clocks={shown.clocks} now={shown.now} />
        </div>
        <div>
          <CaseRecord shown={shown} />
          <LateMaterials {...part} />
          <StepRatings {...part} />
          {shown.canWithdraw && <WithdrawForm {...part} />}
        </div>
      </div>
    </>
  )
}

function WithdrawForm({ shown: { id, version }, replace }: CasePartProps) {
  const withdraw = useAction(async (key) => {
    const headers = { 'Idempotency-Key': key, 'If-Match': `"${version}"` }
    replace(await ask(api.cases[':id'].withdraw.$post({ param: { id } }, { headers })))
  })
  return (
    <details className="withdraw">
      <summary>不办了</summary>
      <p>撤回以后这个办件就结束了，要办得重新申请。</p>
      {withdraw.problem && <ProblemNotice problem={withdraw.problem} />}
      <button type="button" disabled={withdraw.isBusy} onClick={() => withdraw.run()}>
        撤回申请
      </button>
    </details>
  )
}
