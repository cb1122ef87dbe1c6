import { extname } from 'node:path'
import { keysOf } from '../base/keys-of.ts'
import { CommandFailure } from './command-failure.ts'

/** What other commands write, by how people call such files. */
const ELSEWHERE: readonly (readonly [endings: readonly string[], advice: string])[] = [
  [['.md', '.html', '.htm'], '办事指南请用 zw guide，报告请用 zw report'],
  [['.svg', '.png', '.mmd', '.mermaid'], '流程图请用 zw graph'],
  [['.bpmn', '.dmn', '.xlsx', '.jsonld'], '请用 zw export'],
  [['.pdf'], '要PDF，请用 zw guide 写成.html，在浏览器里打印成PDF'],
  [['.csv', '.xls', '.et'], '要表格，请用 zw export 写成.xlsx'],
]

/**
 * The format that a file's name asks for (看文件名的结尾); undefined where the name has no ending. One that the command cannot
 * write is refused, with those that it can: nobody finds out later that a .pdf is none.
 */
export function formatByEnding<F extends string>(
  output: string | undefined,
  endings: Readonly<Record<F, readonly string[]>>,
): F | undefined {
  const ending = extname(output ?? '').toLowerCase()
  if (ending === '') return undefined
  const format = keysOf(endings).find((each) => endings[each].includes(ending))
  if (format !== undefined) return format
  const known = keysOf(endings).flatMap((each) => endings[each])
  const advice = ELSEWHERE.find(([others]) => others.includes(ending))?.[1]
  throw new CommandFailure(
    `写不了“${ending}”格式；文件名请以${known.join('、')}结尾，或者写明 --format${advice === undefined ? '' : `；${advice}`}`,
  )
}
