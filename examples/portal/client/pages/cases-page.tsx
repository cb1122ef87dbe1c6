import { api, ask } from '../api.ts'
import { ProblemNotice, Waiting } from '../parts/notice.tsx'
import { Link, PageTitle } from '../router.tsx'
import { useAction, useData } from '../use-data.ts'

/** 我的办件，和没有提交的申请。 */
export function CasesPage() {
  const { data, problem, reload } = useData('cases', () => ask(api.cases.$get()))
  const remove = useAction(async (_, id: string) => {
    await ask(api.drafts[':id'].$delete({ param: { id } }))
    reload()
  })
  if (data === undefined) return <Waiting problem={problem} reload={reload} />
  return (
    <>
      <PageTitle title="我的办件" />
      {data.cases.length + data.drafts.length === 0 && (
        <p>
          您还没有办件。<Link to="/">看看可以办什么</Link>
        </p>
      )}
      {data.drafts.length > 0 && (
        <section>
          <h2>还没有提交</h2>
          {remove.problem && <ProblemNotice problem={remove.problem} />}
          <ul className="rows">
            {data.drafts.map(({ id, matter }) => (
              <li key={id}>
                <Link to={`/drafts/${id}`}>{matter}</Link>
                <span className="soft">{id}，点开接着办</span>
                <button type="button" className="quiet" disabled={remove.isBusy} onClick={() => remove.run(id)}>
                  删除<span className="unseen">没有提交的“{matter}”</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.cases.length > 0 && (
        <section>
          <h2>已经提交</h2>
          <ul className="rows">
            {data.cases.map(({ id, matter, status, statusWords }) => (
              <li key={id}>
                <Link to={`/cases/${id}`}>{matter}</Link>
                <span className="soft">{id}</span>
                <span className={`chip ${status}`}>{statusWords}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
