import type { SourceFile } from '../../src/base/source-file.ts'
import { compile } from '../../src/compile/compile.ts'
import { openWorkspace, type Workspace } from '../../src/compile/workspace.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 1000
const EDITS = 300
const AS_OF = { asOf: '2026-11-22' }

/** What somebody does to one matter in an open file; the text is a new one each time. */
const KINDS: Readonly<Record<string, (matter: string, edit: number) => string>> = {
  'a figure': (matter, edit) => matter.replace(/(份数：)\d+/, `$1${2 + edit}`),
  'a line more': (matter, edit) => `${matter.trimEnd()}\n注：第${edit}次修改\n`,
  'a renamed matter': (matter, edit) => matter.replace(/事项：(.*?)(?:·第\d+次)?\n/, `事项：$1·第${edit}次\n`),
}

/**
 * What an edit costs in an open workspace of 1,000 matters and a library that all of them import, against compiling one
 * such matter alone: with a matter a file, and with 20 matters a file. Edits are at random places, each followed by
 * compiling another matter alone, so that both see the same machine. Medians. Last, what an edit of the library costs, on
 * which all matters rest.
 */
export async function run(): Promise<void> {
  const catalogue = generateCatalogue(MATTERS)
  const library = generateLibrary()
  for (const { text } of catalogue) compile([{ uri: 'warm-up.zw', text }], AS_OF)
  for (const perFile of [1, 20]) {
    const files = packed(catalogue, perFile)
    let workspace: Workspace = openWorkspace([...files.map(toSource), library], AS_OF)
    console.log(`${files.length} files of ${perFile}: opened in ${timed(() => workspace.result).toFixed(0)} ms`)
    for (const [kind, change] of Object.entries(KINDS)) {
      const edits: number[] = []
      const alone: number[] = []
      for (let edit = 0; edit < EDITS; edit++) {
        const file = files[(edit * 37) % files.length]
        if (file === undefined) continue
        const place = (edit * 13) % perFile
        file.matters[place] = change(file.matters[place] ?? '', edit)
        const { uri, text } = toSource(file)
        edits.push(
          timed(() => {
            workspace = workspace.update(uri, text)
            return workspace.result
          }),
        )
        const other = catalogue[(edit * 53) % MATTERS]?.text ?? ''
        alone.push(timed(() => compile([{ uri: 'alone.zw', text: `${other}\n注：${edit}\n` }], AS_OF)))
      }
      const [cost, one] = [median(edits), median(alone)]
      const figures = `${cost.toFixed(2).padStart(7)} ms   one matter alone ${one.toFixed(2)} ms   ${(cost / one).toFixed(1)}x`
      console.log(`  ${kind.padEnd(18)}${figures}`)
    }
    const changed = library.text.replace('原件', '复印件')
    console.log(
      `  the library       ${timed(() => workspace.update(library.uri, changed).result)
        .toFixed(0)
        .padStart(7)} ms`,
    )
  }
}

/** A file while it is edited. */
interface OpenFile {
  readonly uri: string
  readonly matters: string[]
}

/** The same matters, so many to a file. */
function packed(catalogue: readonly SourceFile[], perFile: number): readonly OpenFile[] {
  return Array.from({ length: Math.ceil(catalogue.length / perFile) }, (_, index) => ({
    uri: `catalogue/file-${index + 1}.zw`,
    matters: catalogue
      .slice(index * perFile, (index + 1) * perFile)
      .map(({ text }) => text.replace(/^语言版本：1\n/, '')),
  }))
}

function toSource({ uri, matters }: OpenFile): SourceFile {
  return { uri, text: `语言版本：1\n引用：通用材料库\n${matters.join('\n')}` }
}

/** A library of 100 materials, some of them those that the catalogue asks for. */
function generateLibrary(): SourceFile {
  const names = ['申请书', '营业执照', ...Array.from({ length: 98 }, (_, index) => `材料${index + 1}`)]
  const entries = names.map((name, index) => `  材料：${name}\n    编码：材料${1000 + index}\n    形式：原件\n`)
  return { uri: 'library.zw', text: `语言版本：1\n材料库：通用材料库\n${entries.join('')}` }
}

/** Unit: milliseconds. */
function timed(job: () => unknown): number {
  const started = process.hrtime.bigint()
  job()
  return Number(process.hrtime.bigint() - started) / 1e6
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
