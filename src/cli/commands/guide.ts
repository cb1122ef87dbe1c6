import { Option } from 'commander'
import { keysOf } from '../../base/keys-of.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import { printable } from '../../diagnostics/printable.ts'
import { collect } from '../collect.ts'
import { CommandFailure } from '../command-failure.ts'
import { compileSources, openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findMatter } from '../find-matter.ts'
import { prepareFlowDrawing } from '../guide/draw-flow.ts'
import { formatOf, GUIDE_EXTENSIONS, type GuideOptions } from '../guide/guide-request.ts'
import { saveAllGuides } from '../guide/save-all-guides.ts'
import { writeGuide } from '../guide/write-guide.ts'
import type { CliIo } from '../io.ts'
import { readDateOption } from '../read-date-option.ts'
import { readWorkspace } from '../read-sources.ts'
import { writeResult } from '../write-file.ts'

/** `zw guide`: the guide of a matter for those who apply, or one applicant's own list; exit code 1 where something could not be told. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <事项、实施清单或一件事> [文件或文件夹…]\n  zw guide --all -o 文件夹 [选项] [文件或文件夹…]')
    .argument('[事项、实施清单或一件事]', '名称；加上 --all 时不写')
    .argument('[文件或文件夹...]', '在哪里找，默认是当前文件夹；“-”读标准输入')
    .addOption(
      new Option(
        '--format <格式>',
        'md：Markdown；html：网页，可以打印、不用联网；json：按GB/T 39046-2020的数据项',
      ).choices(keysOf(GUIDE_EXTENSIONS)),
    )
    .option('-o, --output <文件>', '写到文件里，格式看文件名；加上 --all 时是文件夹')
    .option(
      '--given <信息=填写值>',
      '申请人的情况，可以写多次，如 经营面积=80；指南前面加上他自己的办事清单',
      collect,
      [],
    )
    .option('--checklist', '只要申请人自己的办事清单')
    .option('--start <日期>', '假定哪一天提交申请、当天受理，写出最晚哪一天办结（从次日起算）', readDateOption)
    .option('--as-of <日期>', '按哪一天有效的规定（默认：今天）', readDateOption)
    .addOption(
      new Option('--all', '每个事项、每个一件事写一份，再写一个可以搜索的目录').conflicts(['given', 'checklist']),
    )
    .option('--json', '输出JSON，和 --format json 一样')
    .action(async (name: string | undefined, paths: readonly string[], options: GuideOptions) => {
      if (options.all) {
        finish(await guideAll(name === undefined ? paths : [name, ...paths], options, io))
        return
      }
      if (name === undefined) throw new CommandFailure('请写事项的名称；要写全部事项的指南，加上 --all')
      finish(await guideOne(name, paths, options, io))
    })
}

async function guideOne(name: string, paths: readonly string[], options: GuideOptions, io: CliIo) {
  const format = formatOf(options)
  const asOf = options.asOf ?? io.today()
  const { result: workspace } = openSources(await readWorkspace(paths, io), asOf, io)
  const named = findMatter(name, workspace)
  const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
  const text = await writeGuide(named, format, options, { asOf, calendar, draw: prepareFlowDrawing(io) })
  if (options.output === undefined) io.out(text)
  else writeResult(options.output, text, io.cwd)
  if (named.faulty !== true) return EXIT.fine
  io.err(`zw：“${printable(named.matter.name)}”的文件里有错误，有错的地方没有写进指南；运行 zw check 查看\n`)
  return EXIT.findings
}

async function guideAll(paths: readonly string[], options: GuideOptions, io: CliIo) {
  const format = formatOf(options)
  const { output } = options
  if (output === undefined) throw new CommandFailure('--all 要写明放在哪个文件夹，如 -o 指南')
  const asOf = options.asOf ?? io.today()
  const workspace = compileSources(await readWorkspace(paths, io), asOf, io)
  const calendar = createCalendar({ overlays: [...workspace.calendars.values()] })
  const desk = { asOf, calendar, draw: prepareFlowDrawing(io) }
  const { count, refused } = await saveAllGuides(workspace, output, format, options, desk, io)
  if (options.json)
    io.out(`${JSON.stringify({ schema: 'zw/guides/1', folder: output, count, refused }, undefined, 2)}\n`)
  else io.out(`写了${count}份指南，在“${printable(output)}”里${format === 'html' ? `；打开 index.html 找事项` : ''}\n`)
  for (const message of refused) io.err(`zw：${printable(message)}\n`)
  const faulty = [...workspace.matters.values()].filter((each) => each.faulty === true)
  if (faulty.length > 0)
    io.err(`zw：${faulty.length}个事项的文件里有错误，有错的地方没有写进指南；运行 zw check 查看\n`)
  return refused.length + faulty.length > 0 ? EXIT.findings : EXIT.fine
}
