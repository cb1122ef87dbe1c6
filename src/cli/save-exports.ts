import { join } from 'node:path'
import { CommandFailure } from './command-failure.ts'
import type { ExportSelection } from './export-selection.ts'
import { FORMATS, type FormatName } from './formats.ts'
import { freeName } from './free-name.ts'
import type { CliIo } from './io.ts'
import { isFolder } from './is-folder.ts'
import { createProgress } from './progress.ts'
import { writeResult } from './write-file.ts'

/** Writes what was chosen in a format (写出): to standard output, to a file, or each matter to a file of a folder. */
export async function saveExports(
  { document }: ExportSelection,
  name: FormatName,
  { output, origins }: { readonly output: string | undefined; readonly origins: boolean },
  io: CliIo,
): Promise<void> {
  const { single, extension, load } = FORMATS[name]
  const { format } = await load()
  const write = format.write
  if (write === undefined) throw new CommandFailure(`${name}只能读，不能写`)
  if (single && output !== undefined && isFolder(output, io)) {
    const progress = createProgress(io, '写出', document.matters.length)
    const taken = new Set<string>()
    for (const matter of document.matters) {
      const path = join(output, freeName(matter.name, extension, taken))
      writeResult(path, await write({ matters: [matter] }, { origins }), io.cwd)
      progress.step()
    }
    progress.done()
    return
  }
  if (single && document.matters.length !== 1) throw new CommandFailure(describeCount(document.matters.length, name))
  const written = await write(document, { origins })
  if (output !== undefined) writeResult(output, written, io.cwd)
  else if (typeof written === 'string') io.out(written)
  else throw new CommandFailure(`${name}不是文本，要写到文件里：-o 文件${extension}`)
}

function describeCount(count: number, name: FormatName): string {
  if (count === 0) return '没有符合条件的事项'
  return `这里有${count}个事项，${name}一个文件写一项：写明名称，如 zw export 事项名称 --format ${name}；或者用 -o 写已有的文件夹，一项一个文件`
}
