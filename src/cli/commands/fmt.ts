import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { formatSource } from '../../syntax/format.ts'
import type { Configure } from '../commands.ts'
import { EXIT } from '../exit-code.ts'
import { attempt, STDIN_PATH } from '../find-files.ts'
import { readSources } from '../read-sources.ts'

/** `zw fmt`: canonical layout, written back as UTF-8; with `--check` it only tells which files would change. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入，排好后写到标准输出')
    .option('--check', '只检查，不改文件；有没排好的就不通过')
    .action(async (paths: readonly string[], options: { check?: true }) => {
      const { sources, diagnostics } = await readSources(paths, io)
      // A file in another encoding is written anew as UTF-8 even when its layout is fine.
      const recoded = new Set(diagnostics.map(({ labels }) => labels[0].origin.file))
      const results = sources.map((source) => ({ ...source, formatted: formatSource(source) }))
      const changed = results.filter(({ uri, text, formatted }) => text !== formatted || recoded.has(uri))
      if (options.check) {
        for (const { uri } of changed) io.out(`${uri}\n`)
        io.err(
          changed.length === 0
            ? `${sources.length}个文件的格式都对\n`
            : `${changed.length}个文件的格式要改；运行 zw fmt 自动改好\n`,
        )
        finish(changed.length === 0 ? EXIT.fine : EXIT.findings)
        return
      }
      for (const { uri, formatted } of results.filter((each) => changed.includes(each) || paths.includes(STDIN_PATH))) {
        if (paths.includes(STDIN_PATH)) io.out(formatted)
        else attempt(uri, () => writeFileSync(resolve(io.cwd, uri), formatted))
      }
      if (!paths.includes(STDIN_PATH)) io.err(`共${sources.length}个文件，改了${changed.length}个\n`)
      finish(EXIT.fine)
    })
}
