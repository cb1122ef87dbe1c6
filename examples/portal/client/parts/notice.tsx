import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '../../server/problem.ts'
import { Link, PageTitle } from '../router.tsx'
import type { Loaded } from '../use-data.ts'

/** 没有办成：说哪里不对、怎么办。一出现就读出来，焦点也过去。 */
export function ProblemNotice({
  problem,
  isTitled = true,
  children,
}: {
  readonly problem: Problem
  /** 页的标题已经说了的，不再说。 */
  readonly isTitled?: boolean
  readonly children?: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem !== undefined) box.current?.focus()
  }, [problem])
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      {isTitled && <strong>{problem.title}</strong>}
      <p>
        {problem.detail}。{problem.help}。
      </p>
      {children}
    </div>
  )
}

/** 还没有取到的时候；连不上的可以就地再试。 */
export function Waiting({ problem, reload }: Pick<Loaded<unknown>, 'problem' | 'reload'>) {
  return problem === undefined ? (
    <p className="waiting" role="status">
      正在打开……
    </p>
  ) : (
    <>
      <PageTitle title={problem.title} />
      <ProblemNotice problem={problem} isTitled={false}>
        {problem.status >= 500 && (
          <button type="button" onClick={reload}>
            再试一次
          </button>
        )}
      </ProblemNotice>
      <p>
        <Link to="/">回首页</Link>
      </p>
    </>
  )
}
