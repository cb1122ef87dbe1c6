import type { SourceFile } from '../base/source-file.ts'
import { parseObserved } from '../syntax/parse.ts'
import { joinPath } from './corpus/join-path.ts'
import { splitBlocks } from './split-blocks.ts'

/** Every path to a file ends so; texts without it need not be parsed. */
const PATH_MARK = /\.zw/i

/** The files that a text asks for by 引用 and a path (按路径引用的文件), as seen from where its own name is seen. */
export function importedPaths(source: SourceFile): readonly string[] {
  if (!PATH_MARK.test(source.text)) return []
  return splitBlocks(parseObserved(source)).header.imports.flatMap(({ request }) =>
    request?.kind === 'file' ? joinPath(source.uri, request.path) : [],
  )
}
