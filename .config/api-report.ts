/**
 * Writes or compares docs/api/*.api.md: what each entry of the package promises its users. It reads the built
 * declarations, so that it sees exactly what is shipped. `UPDATE=1 npm run check -- api` rewrites the reports.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'
import { entries } from './entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const reportFolder = `${root}/docs/api`
const update = process.env['UPDATE'] !== undefined
const freshFolder = `${root}/dist/.api/fresh`
mkdirSync(reportFolder, { recursive: true })
mkdirSync(freshFolder, { recursive: true })

/** Whether the entry's report is as committed (always true when updating). */
function reportEntry(output: string): boolean {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}/package.json`,
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: `${root}/dist/${output}.d.ts`,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2023',
            lib: ['es2023'],
            module: 'nodenext',
            moduleResolution: 'nodenext',
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          files: [`${root}/dist/${output}.d.ts`],
        },
      },
      apiReport: {
        enabled: true,
        reportFolder: freshFolder,
        reportTempFolder: `${root}/dist/.api`,
        reportFileName: `${output}.api.md`,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Error },
          // No release tags here: everything an entry exports is public.
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          // Comments end with plain lines such as `Unit:`; the house test sees that they exist.
          'ae-undocumented': { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.None },
          // Comments may point at what stays inside.
          'ae-unresolved-link': { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  })
  if (!Extractor.invoke(config, { localBuild: true, showVerboseMessages: false }).succeeded) return false
  const fresh = inFixedOrder(readFileSync(`${freshFolder}/${output}.api.md`, 'utf8'))
  const committed = `${reportFolder}/${output}.api.md`
  if (update) writeFileSync(committed, fresh)
  return existsSync(committed) && readFileSync(committed, 'utf8') === fresh
}

/** TypeScript lists the words of an enumeration in the order in which it met them, which differs from build to build. */
function inFixedOrder(report: string): string {
  return report
    .replace(/(?:^ +[^\s:"]+: "[^"\n]+";\n)+/gm, (members) => sorted(members, /(?<=\n)/, ''))
    .replace(/"[^"\n]+"(?: \| "[^"\n]+")+/g, (union) => sorted(union, ' | ', ' | '))
}

function sorted(list: string, separator: string | RegExp, joint: string): string {
  return list.split(separator).sort().join(joint)
}

const stale = entries.filter(({ output }) => !reportEntry(output))
if (stale.length > 0) {
  console.error(`The public API changed: ${stale.map(({ output }) => `docs/api/${output}.api.md`).join(', ')}`)
  console.error('If that is meant: UPDATE=1 npm run check -- build api')
  process.exitCode = 1
}
