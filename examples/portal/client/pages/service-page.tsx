import { api, ask } from '../api.ts'
import { Figures } from '../parts/figures.tsx'
import { FlowPicture } from '../parts/flow-picture.tsx'
import { ProblemNotice, Waiting } from '../parts/notice.tsx'
import { navigate, PageTitle } from '../router.tsx'
import { useAction, useData } from '../use-data.ts'

interface ServicePageProps {
  readonly id: string
  readonly person: { readonly kind: string } | null
}

/** 一件事的介绍，从这里开始办。 */
export function ServicePage({ id, person }: ServicePageProps) {
  const { data, problem, reload } = useData(`services/${id}`, () => ask(api.services[':id'].$get({ param: { id } })))
  const start = useAction(async () => {
    const draft = await ask(api.drafts.$post({ json: { service: id } }))
    navigate(`/drafts/${draft.id}`)
  })
  if (data === undefined) return <Waiting problem={problem} reload={reload} />
  return (
    <>
      <PageTitle title={data.name} />
      {data.isBundle && (
        <>
          <p>这件事合办{data.components.length}个事项，不用一个一个跑：</p>
          <ul>
            {data.components.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <Figures outlook={data} />
      <p>先答{data.questions}个问题，看看您是否符合、要带什么、几天办完，再决定要不要申请。</p>
      <details>
        <summary>看看办理流程</summary>
        <FlowPicture path={`/api/services/${id}/flow`} about={`${data.name}的流程图`} />
      </details>
      <p>
        <a href={`/api/services/${id}/guide`} target="_blank" rel="noreferrer">
          看办事指南全文
        </a>
        <span className="soft">（新窗口，可以打印）</span>
      </p>
      {start.problem && <ProblemNotice problem={start.problem} />}
      {person?.kind === 'applicant' ? (
        <p className="buttons">
          <button type="button" className="primary" disabled={start.isBusy} onClick={() => start.run()}>
            开始
          </button>
        </p>
      ) : (
        <p className="notice">请先在页面上方的“身份”里选一位申请人。</p>
      )}
    </>
  )
}
