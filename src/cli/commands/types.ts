import { Option } from 'commander'
import type { CompiledWorkspace } from '../../compile/compiled.ts'
import { isFault } from '../../compile/faults.ts'
import { printable } from '../../diagnostics/printable.ts'
import { summarizeSeverities } from '../../diagnostics/render-diagnostic.ts'
import type { Matter } from '../../model/matter.ts'
import { collect } from '../collect.ts'
import { CommandFailure } from '../command-failure.ts'
import { compileSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findMatter } from '../find-matter.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { makeBundle } from '../make-bundle.ts'
import { withPackage } from '../missing-package.ts'
import { readWorkspace } from '../read-sources.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly matter: readonly string[]
  readonly format: 'ts' | 'json-schema'
  readonly output?: string
  readonly json?: true
}

/** `zw types`: TypeScript types or JSON Schemas of the application forms. */
export const configure: Configure = (command, io, finish) => {
  command
    .usage('[选项] [文件或文件夹…]')
    .argument('[文件或文件夹...]', '默认是当前文件夹；“-”读标准输入')
    .option('--matter <名称>', '只要这个事项或一件事的表单；可以写多次（默认：全部）', collect, [])
    .addOption(
      new Option('--format <格式>', 'ts（TypeScript类型）、json-schema')
        .choices(['ts', 'json-schema'])
        .default('ts', 'ts'),
    )
    .option('-o, --output <文件>', '写到文件里，不写到标准输出')
    .option('--json', '输出JSON：各表单的类型名，各栏的标识和名称')
    .action(async (paths: readonly string[], options: Options) => {
      const read = await readWorkspace(paths, io)
      const workspace = compileSources(read, io.today(), io)
      const { matters, unmade } = choose(workspace, options.matter)
      for (const reason of unmade) io.err(`zw：${printable(reason)}；没有它的表单\n`)
      if (matters.length === 0) throw new CommandFailure('没有事项，写不出表单的类型')
      await write(matters, options, io)
      const errors = [...read.diagnostics, ...workspace.diagnostics].filter(isFault)
      if (errors.length > 0) {
        io.err(`zw：文件里有${summarizeSeverities(errors)}，有错的地方不在表单里；运行 zw check 查看\n`)
      }
      finish(errors.length > 0 || unmade.length > 0 ? EXIT.findings : EXIT.fine)
    })
}

interface Chosen {
  readonly matters: readonly Matter[]
  /** Why bundles that nobody named have no form. */
  readonly unmade: readonly string[]
}

function choose(workspace: CompiledWorkspace, names: readonly string[]): Chosen {
  if (names.length > 0) return { matters: names.map((name) => findMatter(name, workspace).matter), unmade: [] }
  const matters = [...workspace.matters.values()].map(({ matter }) => matter)
  const unmade: string[] = []
  for (const bundle of workspace.bundles.values()) {
    try {
      matters.push(makeBundle(bundle).matter)
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error
      unmade.push(error.message)
    }
  }
  return { matters, unmade }
}

async function write(matters: readonly Matter[], { format, output, json }: Options, io: CliIo): Promise<void> {
  const { nameForms } = await import('../../exchange/json-schema/types/name-forms.ts')
  const forms = nameForms(matters)
  if (output !== undefined || json === undefined) {
    const text = format === 'ts' ? await typesOf(forms) : await schemasOf(forms)
    if (output === undefined) io.out(text)
    else writeResult(output, text, io.cwd)
  }
  if (json === true) {
    const { describeForms } = await import('../../exchange/json-schema/types/describe-forms.ts')
    printJson({ schema: 'zw/types/1', format, output: output ?? null, forms: describeForms(forms) }, io)
  }
}

type Forms = Parameters<typeof import('../../exchange/json-schema/types/write-types.ts').writeTypes>[0]

async function schemasOf(forms: Forms): Promise<string> {
  const [only, ...others] = forms
  const { applicationSchema } = await import('../../exchange/json-schema/application-schema.ts')
  const { schemasDocument } = await import('../../exchange/json-schema/schemas-document.ts')
  const schema = only !== undefined && others.length === 0 ? applicationSchema(only.matter) : schemasDocument(forms)
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

async function typesOf(forms: Forms): Promise<string> {
  const { writeTypes } = await import('../../exchange/json-schema/types/write-types.ts')
  return await withPackage('json-schema-to-typescript', { cannot: '写不出TypeScript类型' }, () => writeTypes(forms))
}
