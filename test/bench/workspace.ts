import type { SourceFile } from '../../src/base/source-file.ts'
import { compile } from '../../src/compile/compile.ts'
import { openWorkspace, type Workspace } from '../../src/compile/workspace.ts'
import { generateCatalogue } from '../support/generate-catalogue.ts'

const MATTERS = 1000
const EDITS = 200
const AS_OF = { asOf: '2026-11-22' }

/**
 * What one edit costs in an open workspace of 1,000 matters and a library that all of them import, against compiling one
 * matter alone: with a matter a file, and with 20 matters a file, where the whole file is parsed and compiled again.
 * Median over many edits. Last, what an edit of the library itself costs.
 */
export async function run(): Promise<void> {
  const catalogue = generateCatalogue(MATTERS)
  const library = generateLibrary()
  const alone = median(catalogue.slice(0, EDITS).map((source) => timed(() => compile([{ ...source }], AS_OF))))
  console.log(`${MATTERS} matters, median of ${EDITS} edits; one matter compiled alone: ${alone.toFixed(2)} ms`)
  for (const perFile of [1, 20]) {
    const files = packed(catalogue, perFile)
    let workspace: Workspace = openWorkspace([...files, library], AS_OF)
    const first = timed(() => workspace.result)
    const times: number[] = []
    for (let edit = 0; edit < EDITS; edit++) {
      const file = files[(edit * 37) % files.length]
      if (file === undefined) continue
      const text = file.text.replace('个工作日', `${edit % 2}个工作日`)
      times.push(
        timed(() => {
          workspace = workspace.update(file.uri, text)
          return workspace.result
        }),
      )
    }
    const ofLibrary = timed(() => workspace.update(library.uri, library.text.replace('原件', '复印件')).result)
    const cost = median(times)
    const place = `${files.length} files of ${perFile}`
    console.log(
      `${place.padEnd(20)} opened in ${first.toFixed(0).padStart(5)} ms   an edit ${cost.toFixed(2).padStart(6)} ms   ${(cost / alone).toFixed(1)}x one matter   the library ${ofLibrary.toFixed(0)} ms`,
    )
  }
}

/** The same matters, so many to a file. */
function packed(catalogue: readonly SourceFile[], perFile: number): readonly SourceFile[] {
  const files: SourceFile[] = []
  for (let at = 0; at < catalogue.length; at += perFile) {
    const texts = catalogue.slice(at, at + perFile).map(({ text }) => text.replace(/^语言版本：1\n/, ''))
    files.push({
      uri: `catalogue/file-${files.length + 1}.zw`,
      text: `语言版本：1\n引用：通用材料库\n${texts.join('\n')}`,
    })
  }
  return files
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
