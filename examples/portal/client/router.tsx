import { type MouseEvent, type ReactNode, useEffect, useSyncExternalStore } from 'react'

const moved = new EventTarget()

/** 现在的地址；变了就重画。 */
export function useLocation(): URL {
  const href = useSyncExternalStore(subscribe, () => location.href)
  return new URL(href)
}

function subscribe(onChange: () => void): () => void {
  addEventListener('popstate', onChange)
  moved.addEventListener('moved', onChange)
  return () => {
    removeEventListener('popstate', onChange)
    moved.removeEventListener('moved', onChange)
  }
}

/** 去另一页。`replace` 不留在“返回”的路上。 */
export function navigate(to: string, how: 'push' | 'replace' = 'push') {
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', to)
  moved.dispatchEvent(new Event('moved'))
}

interface LinkProps {
  readonly to: string
  readonly className?: string
  readonly isCurrent?: boolean
  readonly children: ReactNode
}

/** 站内的链接：照常能在新窗口打开、能收藏。 */
export function Link({ to, className, isCurrent, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a href={to} className={className} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}

/** 换页以后：窗口标题跟着换，焦点到大标题，读屏软件从那里读起。 */
export function PageTitle({ children, title }: { readonly title: string; readonly children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title}－示例市政务服务`
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [title])
  return <h1 tabIndex={-1}>{children ?? title}</h1>
}
