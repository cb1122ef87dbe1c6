import { existsSync, lstatSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { displayWidth, padDisplay } from '../../diagnostics/display-width.ts'
import { printable } from '../../diagnostics/printable.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { attempt } from '../find-files.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { STARTER_FILES } from '../starter/files.ts'

/** `zw init`: a small workspace to start from. All of it is written or nothing; what is there is never touched. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件夹]')
    .argument('[文件夹]', '写到哪个文件夹，没有的就新建；默认是当前文件夹')
    .option('--json', '输出JSON')
    .addHelpText('after', `\n手册：${manualPath() ?? '软件包里的 docs/language/README.md'}`)
    .action((folder: string | undefined, { json }: { json?: true }) => {
      const path = folder ?? '.'
      const existing = findExisting(path, io)
      const written = existing.length > 0 ? [] : writeStarter(path, io)
      if (json) printJson({ schema: 'zw/init/1', folder: path, written, existing }, io)
      else if (existing.length > 0) refuse(path, existing, io)
      else welcome(path, io)
      finish(existing.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

/** The files of the starter that are there already, links that lead nowhere included. */
function findExisting(folder: string, { cwd }: CliIo): readonly string[] {
  const place = resolve(cwd, folder)
  const found = attempt(folder, () => statSync(place, { throwIfNoEntry: false }))
  if (found === undefined) return []
  if (!found.isDirectory()) throw new CommandFailure(`“${folder}”是文件，不是文件夹；请换一个名称`)
  const isThere = (name: string) => lstatSync(join(place, name), { throwIfNoEntry: false }) !== undefined
  return attempt(folder, () => STARTER_FILES.map(({ name }) => name).filter(isThere)).map((name) => join(folder, name))
}

/** Writes the files; what was written before a failure is taken away again. */
function writeStarter(folder: string, { cwd }: CliIo): readonly string[] {
  const place = resolve(cwd, folder)
  return attempt(folder, () => {
    mkdirSync(place, { recursive: true })
    const written: string[] = []
    try {
      for (const { name, text } of STARTER_FILES) {
        const file = join(place, name)
        writeFileSync(file, text, { flag: 'wx' })
        written.push(file)
      }
    } catch (error) {
      for (const file of written) rmSync(file, { force: true })
      throw error
    }
    return STARTER_FILES.map(({ name }) => join(folder, name))
  })
}

function refuse(folder: string, existing: readonly string[], io: CliIo): void {
  io.err(`zw：${nameOf(folder)}里已经有这些文件，没有改动它们，也没有写别的：\n`)
  for (const path of existing) io.err(`  ${printable(path)}\n`)
  io.err('请换一个文件夹，如 zw init 新的工作区\n')
}

function welcome(folder: string, io: CliIo): void {
  const width = Math.max(...STARTER_FILES.map(({ name }) => displayWidth(name)))
  io.out(`在${nameOf(folder)}里写好了${STARTER_FILES.length}个文件：\n`)
  for (const { name, summary } of STARTER_FILES) io.out(`  ${padDisplay(name, width)}  ${summary}\n`)
  io.out('\n接下来：\n')
  if (folder !== '.') io.out(`  cd ${quoted(folder)}\n`)
  io.out('  zw check     检查：哪一行有错，怎么改\n')
  io.out('  zw report    压减报告\n')
  io.out('  zw verify    核对目标和用例\n')
  io.out(
    `没有安装zw、在zhengwu的源码仓库里用的，留在仓库里，写 npm run zw -- check ${quoted(folder)}，其余命令照此。\n`,
  )
  io.out('然后用编辑器打开 公共场所卫生许可.zw，照注释改成你们的事项，改一段，查一次。\n')
  const manual = manualPath()
  if (manual !== undefined) io.out(`手册：${printable(manual)}\n`)
}

function nameOf(folder: string): string {
  return folder === '.' ? '当前文件夹' : `“${printable(folder)}”`
}

/** The folder as a shell takes it. */
function quoted(folder: string): string {
  const shown = printable(folder)
  return /[\s"'&|;<>()$*?]/.test(shown) ? `"${shown}"` : shown
}

/** Where the manual of this installation is: beside the built command, or in the repository. */
function manualPath(): string | undefined {
  return ['../docs/language/README.md', '../../../docs/language/README.md']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path))
}
