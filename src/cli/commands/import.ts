import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { printDocument } from '../../compile/print/document.ts'
import { readBack, readBackBundle, readBackSelectionTarget } from '../../compile/print/read-back.ts'
import type { JsonProblem } from '../../model/describe-issue.ts'
import { readModelJson } from '../../model/read-model-json.ts'
import type { ModelDocument } from '../../model/write-model-json.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { decodeText } from '../decode-text.ts'
import { EXIT } from '../exit-code.ts'
import { attempt, STDIN_PATH } from '../find-files.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly output?: string
  readonly json?: true
}

/** `zw import`: a document of matters as a `.zw` file, proved to say the same. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <文件>')
    .argument('<文件>', 'zw export 写出的JSON；“-”读标准输入')
    .option('-o, --output <文件>', '写到文件里，不写到标准输出')
    .option('--json', '输出JSON')
    .action(async (path: string, options: Options) => {
      const document = readModelJson(await readText(path, io))
      const problems = document.ok ? findLosses(document.value, path) : document.error
      const text = document.ok ? printDocument(document.value) : undefined
      if (text !== undefined && options.output !== undefined) write(options.output, text, io)
      if (options.json) printJson({ schema: 'zw/import/1', file: path, text: text ?? null, problems }, io)
      else if (text !== undefined && options.output === undefined) io.out(text)
      for (const { path: place, message } of problems)
        io.err(`${path}：${place === '' ? '' : `${place}：`}${message}\n`)
      if (!document.ok) finish(EXIT.failure)
      else finish(problems.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

async function readText(path: string, io: CliIo): Promise<string> {
  const bytes = path === STDIN_PATH ? await io.readStdin() : attempt(path, () => readFileSync(resolve(io.cwd, path)))
  const decoded = decodeText(bytes)
  if (decoded === undefined) throw new CommandFailure(`“${path}”不是文本文件`)
  return decoded.text
}

function write(path: string, text: string, io: CliIo): void {
  writeResult(path, text, io.cwd)
}

/** What of each matter the file would not say: names that nothing declares, and the like. */
function findLosses(
  { matters, bundles = [], selectionTargets = [] }: ModelDocument,
  uri: string,
): readonly JsonProblem[] {
  return [
    ...matters.flatMap((matter, index) => describeLosses(`matters[${index}]`, readBack(matter, uri).lost)),
    ...bundles.flatMap((bundle, index) => describeLosses(`bundles[${index}]`, readBackBundle(bundle, matters, uri))),
    ...selectionTargets.flatMap((target, index) =>
      describeLosses(`selectionTargets[${index}]`, readBackSelectionTarget(target, uri)),
    ),
  ]
}

function describeLosses(part: string, lost: readonly string[]): readonly JsonProblem[] {
  return lost.map((place) => ({
    path: `${part}${place === '' ? '' : `.${place}`}`,
    message: '写成.zw以后读回来不一样：名称没有声明、重复，或者类型不符；请运行 zw check 查看',
  }))
}
