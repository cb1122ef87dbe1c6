/** Makes sure that `expect` was given a matter, a workspace or a report (核对受测对象); throws a TypeError for anything else. */
export function requireSubject(received: unknown): void {
  if (isObject(received) && ('matter' in received || 'versions' in received || 'total' in received)) return
  throw new TypeError(
    `expect(…)里要写事项、工作区或者报告，如“expect(matterIn(workspace, '小餐饮店许可'))”，不能是${describe(received)}`,
  )
}

/** Makes sure that `expect` was given one matter (核对受测事项); throws a TypeError for anything else. */
export function requireMatter(received: unknown): void {
  if (isObject(received) && 'matter' in received && 'graph' in received) return
  const what = isObject(received) && 'versions' in received ? '整个工作区' : describe(received)
  throw new TypeError(
    `这个断言问的是一个事项，请写成“expect(matterIn(workspace, '小餐饮店许可'))”的样子，不能是${what}`,
  )
}

/** Makes sure that matters are taken from a workspace (核对工作区); throws a TypeError for anything else. */
export function requireWorkspace(workspace: unknown): void {
  if (isObject(workspace) && 'versions' in workspace) return
  throw new TypeError(`事项要从编译得到的工作区里取，如“mattersIn(compile(文件))”，不能是${describe(workspace)}`)
}

function isObject(received: unknown): received is object {
  return typeof received === 'object' && received !== null
}

function describe(received: unknown): string {
  if (typeof received === 'string') return `“${received}”`
  if (Array.isArray(received)) return '数组'
  return typeof received === 'object' && received !== null ? '别的对象' : String(received)
}
