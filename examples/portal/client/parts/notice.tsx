import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '../../server/problem.ts'
import { Link, PageTitle } from '../router.tsx'

/** 没有办成：说哪里不对、怎么办。一出现就读出来，焦点也过去。 */
export function ProblemNotice({ problem, children }: { readonly problem: Problem; readonly children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem !== undefined) box.current?.focus()
  }, [problem])
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <strong>{problem.title}</strong>
      <p>
        {problem.detail}。{problem.help}。
      </p>
      {children}
    </div>
  )
}

/** 还没有取到的时候。 */
export function Waiting({ problem }: { readonly problem: Problem | undefined }) {
  return problem === undefined ? (
    <p className="waiting" role="status">
      正在打开……
    </p>
  ) : (
    <>
      <PageTitle title={problem.title} />
      <ProblemNotice problem={problem} />
      <p>
        <Link to="/">回首页</Link>
      </p>
    </>
  )
}
