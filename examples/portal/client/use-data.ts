import { useCallback, useEffect, useRef, useState } from 'react'
import type { Problem } from '../server/problem.ts'
import { newKey, Refused, unreachable } from './api.ts'

/** 别人会动的页面，多久看一次有没有新的进展。单位：毫秒。 */
export const LOOK_EVERY = 10_000

/** 从服务器取来的：正在取、取到了、取不到。 */
export interface Loaded<T> {
  readonly data: T | undefined
  readonly problem: Problem | undefined
  readonly reload: () => void
  /** 办完一步，服务器给了新的，不必再取。 */
  readonly replace: (data: T) => void
}

/** 取一页的数据；地址变了重新取，窗口回到眼前也重新取，`every` 毫秒再看一次。 */
export function useData<T>(key: string, load: () => Promise<T>, every?: number): Loaded<T> {
  const [state, setState] = useState<{ key: string; data?: T; problem?: Problem }>({ key })
  const latest = useRef({ key, load })
  latest.current = { key, load }
  const reload = useCallback(() => {
    // 答复回来时已经换了页的，不要。
    const settle = (change: { data?: T; problem?: Problem }) => {
      if (latest.current.key === key) setState((before) => ({ ...(before.key === key && before), key, ...change }))
    }
    latest.current.load().then(
      (data) => settle({ data }),
      (error: unknown) => settle({ problem: readingProblem(error) }),
    )
  }, [key])
  useEffect(() => {
    reload()
    addEventListener('focus', reload)
    const timer = every === undefined ? undefined : setInterval(reload, every)
    return () => {
      removeEventListener('focus', reload)
      clearInterval(timer)
    }
  }, [reload, every])
  const replace = useCallback((data: T) => setState({ key: latest.current.key, data }), [])
  const isCurrent = state.key === key
  return { data: isCurrent ? state.data : undefined, problem: isCurrent ? state.problem : undefined, reload, replace }
}

/** 办一步：正在办时不再办；没有办成的说出来；请求编号办成了才换。 */
export function useAction<A extends readonly unknown[]>(act: (key: string, ...input: A) => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const key = useRef(newKey())
  const running = useRef(false)
  const run = async (...input: A) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await act(key.current, ...input)
      key.current = newKey()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { isBusy, problem, run }
}

/** 只是看，没有什么办了没有办的。 */
function readingProblem(error: unknown): Problem {
  const problem = problemOf(error)
  return problem === unreachable ? { ...problem, detail: '没有收到答复', help: '请检查网络，再试一次' } : problem
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return error.problem
  throw error
}
