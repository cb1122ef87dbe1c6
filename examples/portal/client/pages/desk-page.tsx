import { api, ask } from '../api.ts'
import { Waiting } from '../parts/notice.tsx'
import { Link, PageTitle } from '../router.tsx'
import { LOOK_EVERY, useData } from '../use-data.ts'

const FILTERS = [
  ['', '在办的'],
  ['received', '等受理'],
  ['supplementing', '等补正'],
  ['accepted', '正在办理'],
  ['ended', '已经结束'],
] as const

const OPEN: ReadonlySet<string> = new Set(['received', 'supplementing', 'accepted'])

/** 工作台：按办到哪里列出办件。 */
export function DeskPage({ status }: { readonly status: string }) {
  const { data, problem, reload } = useData('desk', () => ask(api.desk.$get()), LOOK_EVERY)
  if (data === undefined) return <Waiting problem={problem} reload={reload} />
  const shown = data.cases.filter(({ status: each }) =>
    status === '' ? OPEN.has(each) : status === 'ended' ? !OPEN.has(each) : each === status,
  )
  return (
    <>
      <PageTitle title="工作台" />
      <nav aria-label="按办到哪里" className="filters">
        {FILTERS.map(([value, words]) => (
          <Link key={value} to={value === '' ? '/desk' : `/desk?status=${value}`} isCurrent={value === status}>
            {words}
          </Link>
        ))}
      </nav>
      {shown.length === 0 ? (
        <p>没有这样的办件。</p>
      ) : (
        <ul className="rows">
          {shown.map(({ id, matter, status: each, statusWords }) => (
            <li key={id}>
              <Link to={`/desk/${id}`}>{matter}</Link>
              <span className="soft">{id}</span>
              <span className={`chip ${each}`}>{statusWords}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
