import { useState } from 'react'
import type { Problem } from '../../server/problem.ts'
import { api, ask } from '../api.ts'
import { ActionForm } from '../parts/action-form.tsx'
import { CaseRecord } from '../parts/case-record.tsx'
import { ClockList } from '../parts/clock-list.tsx'
import { ProblemNotice, Waiting } from '../parts/notice.tsx'
import { StepLine } from '../parts/step-line.tsx'
import { Link, PageTitle } from '../router.tsx'
import { useData } from '../use-data.ts'

/** 常办的摆在外面，别的收在“更多”里。 */
const MAIN: ReadonlySet<string> = new Set([
  'accept',
  'requestSupplement',
  'refuse',
  'completeStep',
  'endProcedure',
  'deliver',
  'close',
])

/** 工作人员办一个件。按钮由引擎说现在可以办什么，照着画。 */
export function DeskCasePage({ id }: { readonly id: string }) {
  const {
    data: shown,
    problem,
    reload,
    replace,
  } = useData(`desk/${id}`, () => ask(api.desk[':id'].$get({ param: { id } })))
  const [refusal, setRefusal] = useState<Problem>()
  if (shown === undefined) return <Waiting problem={problem} reload={reload} />
  const forms = (isMain: boolean) =>
    shown.actions
      .filter(({ kind }) => MAIN.has(kind) === isMain)
      .map((action) => (
        <ActionForm
          key={`${action.key} ${shown.version}`}
          action={action}
          shown={shown}
          replace={(data) => {
            setRefusal(undefined)
            replace(data)
          }}
          refuse={(told) => {
            setRefusal(told)
            reload()
          }}
        />
      ))
  return (
    <>
      <p className="kicker">
        <Link to="/desk">工作台</Link> 办件编号 {shown.id}
        <span className={`chip ${shown.ending ?? shown.status}`}>{shown.statusWords}</span>
      </p>
      <PageTitle title={shown.matter} />
      {refusal && <ProblemNotice problem={refusal} />}
      <div className="split">
        <div>
          <section className="task" aria-labelledby="actions">
            <h2 id="actions">现在可以办</h2>
            {shown.status === 'supplementing' && <p>等申请人补正。</p>}
            {shown.status === 'ended' && shown.actions.length === 0 && <p>没有要办的了。</p>}
            {forms(true)}
            {shown.actions.some(({ kind }) => !MAIN.has(kind)) && (
              <details>
                <summary>更多</summary>
                {forms(false)}
              </details>
            )}
          </section>
          <CaseRecord shown={shown} />
        </div>
        <div>
          <StepLine shown={shown} />
          <ClockList clocks={shown.clocks} now={shown.now} />
        </div>
      </div>
    </>
  )
}
