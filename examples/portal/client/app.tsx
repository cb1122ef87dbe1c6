import { type ReactNode, useEffect, useRef } from 'react'
import { api, ask, type SessionJson } from './api.ts'
import { CasePage } from './pages/case-page.tsx'
import { CasesPage } from './pages/cases-page.tsx'
import { DeskCasePage } from './pages/desk-case-page.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { DraftPage } from './pages/draft-page.tsx'
import { HomePage } from './pages/home-page.tsx'
import { ServicePage } from './pages/service-page.tsx'
import { Waiting } from './parts/notice.tsx'
import { Link, navigate, PageTitle, useLocation } from './router.tsx'
import { useAction, useData } from './use-data.ts'

/** 每一页的外框：页头、正文、演示用的钟。 */
export function App() {
  const session = useData('session', () => ask(api.session.$get()))
  const url = useLocation()
  const { data } = session
  if (data === undefined) {
    return <main id="main">{session.problem && <Waiting {...session} />}</main>
  }
  // 换了人、拨了钟，整页重新取。
  const version = `${data.person?.id} ${data.now.slice(0, 10)}`
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Header session={data} url={url} replace={session.replace} />
      <main id="main" key={version}>
        {pageFor(url, data)}
      </main>
      <DemoClock session={data} replace={session.replace} />
    </>
  )
}

/** 地址对应的页面。 */
function pageFor(url: URL, { person }: SessionJson): ReactNode {
  const [first = '', id = '', step = ''] = url.pathname.split('/').slice(1)
  if (first === '') return <HomePage />
  if (first === 'services') return <ServicePage id={id} person={person} />
  if (person === null) return <SignInPage />
  if (first === 'drafts') return <DraftPage id={id} step={step} asked={url.searchParams.get('ask')} />
  if (first === 'cases' && id === '') return <CasesPage />
  if (first === 'cases') return <CasePage id={id} isNew={url.searchParams.has('submitted')} />
  if (first === 'desk' && id === '') return <DeskPage status={url.searchParams.get('status') ?? ''} />
  if (first === 'desk') return <DeskCasePage id={id} />
  return (
    <>
      <PageTitle title="没有这一页" />
      <p>
        地址可能抄错了。<Link to="/">回首页</Link>
      </p>
    </>
  )
}

function SignInPage() {
  return (
    <>
      <PageTitle title="请先登录" />
      <p>演示里不用密码：在页面上方的“身份”里选一个人。</p>
    </>
  )
}

interface Shell {
  readonly session: SessionJson
  readonly replace: (session: SessionJson) => void
}

function Header({ session: { person, people }, url, replace }: Shell & { readonly url: URL }) {
  const { pathname } = url
  const change = useAction(async (_, id: string) => {
    const next = await ask(api.session.$put({ json: { person: id } }))
    replace(next)
    // 工作人员去工作台，申请人离开工作台；别的页面原地不动。
    const isStaff = next.person?.kind === 'staff'
    if (isStaff !== pathname.startsWith('/desk')) navigate(isStaff ? '/desk' : '/')
  })
  return (
    <header className="top">
      <Link to="/" className="brand">
        示例市政务服务
      </Link>
      <nav aria-label="主要页面">
        {person?.kind === 'staff' ? (
          <Link to="/desk" isCurrent={pathname.startsWith('/desk')}>
            工作台
          </Link>
        ) : (
          <>
            <Link to="/" isCurrent={pathname === '/'}>
              我要办事
            </Link>
            {person && (
              <Link to="/cases" isCurrent={pathname.startsWith('/cases')}>
                我的办件
              </Link>
            )}
          </>
        )}
      </nav>
      <label className="who">
        <span>身份</span>
        <select value={person?.id ?? ''} onChange={(event) => change.run(event.target.value)}>
          {person === null && <option value="">请选择</option>}
          {people.map(({ id, name, title }) => (
            <option key={id} value={id}>
              {name}（{title}）
            </option>
          ))}
        </select>
      </label>
    </header>
  )
}

/** 时限以天计，演示时把钟往前拨。 */
function DemoClock({ session: { now }, replace }: Shell) {
  const move = useAction(async (_, days: number) => replace(await ask(api.session.clock.$post({ json: { days } }))))
  const told = useRef(now.slice(0, 10))
  const isMoved = told.current !== now.slice(0, 10)
  useEffect(() => {
    told.current = now.slice(0, 10)
  }, [now])
  return (
    <footer className="clock">
      <p role="status">
        {isMoved && '已经拨到'}演示的日期：<strong>{now.slice(0, 10)}</strong>
      </p>
      <fieldset>
        <legend className="unseen">演示：拨钟</legend>
        {[1, 5, 30].map((days) => (
          <button type="button" key={days} disabled={move.isBusy} onClick={() => move.run(days)}>
            拨到{days}天后
          </button>
        ))}
      </fieldset>
    </footer>
  )
}
