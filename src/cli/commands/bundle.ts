import { Option } from 'commander'
import { accountForBundle } from '../../analysis/bundle/account-for-bundle.ts'
import { compileBundleDossier } from '../../analysis/bundle/bundle-dossier.ts'
import { bundleToJson } from '../../analysis/bundle/bundle-json.ts'
import { bundleMatters } from '../../analysis/bundle/bundle-matters.ts'
import { describeProblem } from '../../analysis/bundle/describe-problem.ts'
import { HARMLESS } from '../../analysis/bundle/harmless-problems.ts'
import { suggestBundles } from '../../analysis/bundle/suggest-bundles.ts'
import { suggestionsToJson } from '../../analysis/bundle/suggest-json.ts'
import { createCalendar } from '../../calendar/calendar.ts'
import { DEFAULT_CONVERSION } from '../../calendar/duration.ts'
import { basesOf } from '../../compile/affected-implementations.ts'
import { isFault } from '../../compile/faults.ts'
import { printable } from '../../diagnostics/printable.ts'
import { renderSuggestions } from '../../render/bundle-suggest-text.ts'
import { renderBundle } from '../../render/bundle-text.ts'
import { faultNote } from '../../render/fault-note.ts'
import { foldKey } from '../../syntax/fold.ts'
import { collect } from '../collect.ts'
import { CommandFailure } from '../command-failure.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findBundle } from '../find-bundle.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readCapacity } from '../read-capacity.ts'
import { readDateOption } from '../read-date-option.ts'
import { readGiven } from '../read-given.ts'
import { readWorkspace } from '../read-sources.ts'
import { refuseFaultyFiles } from '../refuse-faulty-files.ts'
import { saveBundleHtml } from '../save-bundle-html.ts'

interface Options {
  readonly given: readonly string[]
  readonly capacity: ReadonlyMap<string, number>
  readonly start?: string
  readonly asOf?: string
  readonly suggest?: true
  readonly html?: string
  readonly json?: true
}

/** `zw bundle`: what the matters of a 一件事 come to as one: materials, order, dates, what is saved; exit code 1 when something is wrong with it. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] <一件事> [文件或文件夹…]\n  zw bundle --suggest [选项] [文件或文件夹…]')
    .argument('[一件事]', '名称；加上 --suggest 时不写')
    .argument('[文件或文件夹...]', '在哪里找，默认是当前文件夹；“-”读标准输入')
    .option('--given <信息=填写值>', '申请人的情况，可以写多次，如 已有营业执照=是', collect, [])
    .option(
      '--capacity <部门=几个>',
      '这个部门最多同时办几个环节，超出的排队，可以写多次',
      readCapacity,
      new Map<string, number>(),
    )
    .option('--start <日期>', '假定哪一天提交申请，列出各环节最晚哪一天办完（从次日起算）', readDateOption)
    .option('--as-of <日期>', '按哪一天有效的规定算（默认：今天）', readDateOption)
    .option('--suggest', '在这些事项里找可以合成一件事的')
    .addOption(new Option('--html <文件>', '另存一份网页，一个文件，可以打印、不用联网').conflicts('suggest'))
    .option('--json', '输出JSON')
    .action(async (name: string | undefined, paths: readonly string[], options: Options) => {
      const asOf = options.asOf ?? io.today()
      if (options.suggest) {
        const isWhole = await suggest(name === undefined ? paths : [name, ...paths], asOf, options, io)
        finish(isWhole ? EXIT.fine : EXIT.findings)
        return
      }
      if (name === undefined) throw new CommandFailure('请写一件事的名称；要找可以合成一件事的，加上 --suggest')
      const read = await readWorkspace(paths, io)
      const { result: workspace } = openSources(read, asOf, io)
      const found = findBundle(name, workspace)
      const { bundle, components } = found
      const parts = [...components.values()].flatMap((each) => [each, ...basesOf(each)])
      const matters = new Map([...components].map(([component, { matter }]) => [component, matter]))
      const bundled = bundleMatters(bundle, matters, { capacity: options.capacity })
      const reasons = bundled.problems.filter(({ kind }) => !HARMLESS.has(kind)).map(describeProblem)
      refuseFaultyFiles(new Set([found, ...parts].map(({ file }) => file)), read, workspace, reasons)
      const unknown = bundled.problems.find(({ kind }) => kind === 'unknownOffice')
      if (unknown !== undefined) throw new CommandFailure(`--capacity：${describeProblem(unknown)}`)
      const facts = readGiven(options.given, bundled.matter)
      const measuring = { conversion: DEFAULT_CONVERSION, asOf, ...(facts.size > 0 && { facts }) }
      const account = accountForBundle(bundle, matters, {
        ...measuring,
        capacity: options.capacity,
        ...(options.start !== undefined && {
          start: { date: options.start, calendar: createCalendar({ overlays: [...workspace.calendars.values()] }) },
        }),
      })
      if (options.html !== undefined) {
        const dossier = compileBundleDossier(account, matters, measuring)
        saveBundleHtml(options.html, account, dossier, { asOf, start: options.start }, io)
      }
      if (options.json) printJson(bundleToJson(account), io)
      else {
        const width = io.columns === undefined ? {} : { width: io.columns }
        io.out(`${renderBundle(account, { color: io.color, start: options.start, ...width })}\n`)
      }
      finish(account.bundled.problems.length === 0 ? EXIT.fine : EXIT.findings)
    })
}

/** `zw bundle --suggest`: which matters would make one thing; false where errors left some out. */
async function suggest(paths: readonly string[], asOf: string, { json }: Options, io: CliIo): Promise<boolean> {
  const read = await readWorkspace(paths, io)
  const { result: workspace } = openSources(read, asOf, io)
  const all = [...workspace.matters.values()]
  const matters = all.flatMap(({ matter, partial }) => (partial ? [] : [matter]))
  const errors = [...read.diagnostics, ...workspace.diagnostics].filter(isFault).length
  const faulty = all.flatMap(({ matter, partial }) => (partial ? [matter.name] : []))
  const known = [...workspace.bundles.values()].map(({ bundle }) => bundle)
  const suggestions = suggestBundles(matters, { asOf, known, foldName: foldKey })
  if (json) printJson({ ...suggestionsToJson(suggestions, matters.length), errors, faulty }, io)
  else {
    const width = io.columns === undefined ? {} : { width: io.columns }
    if (errors > 0) io.out(`${printable(faultNote({ errors, matters: faulty }, matters.length))}\n\n`)
    io.out(`${renderSuggestions(suggestions, matters.length, { color: io.color, ...width })}\n`)
  }
  return errors === 0
}
