import type { Origin } from '../base/source-file.ts'
import { CATALOGUE } from './catalogue.ts'
import type { Diagnostic, Fix } from './diagnostic.ts'
import { EXPLANATIONS } from './explanations.ts'
import type { Severity } from './severity.ts'
import type { SourceIndex } from './source-index.ts'

const LEVELS = { error: 'error', warning: 'warning', hint: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>

/**
 * Writes findings as SARIF 2.1.0, which code hosts and editors read: each code found is a rule with its manual page.
 * Fixes with blanks to fill in are left out, since readers of SARIF apply fixes as they stand.
 * Unit: lines and columns from 1, columns in UTF-16 units.
 */
export function writeSarif(diagnostics: readonly Diagnostic[], sources: SourceIndex, version: string) {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  const indexOf = new Map(codes.map((code, index) => [code, index]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'zhengwu', version, language: 'zh-CN', rules: codes.map(writeRule) } },
        language: 'zh-CN',
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: indexOf.get(diagnostic.code) ?? -1,
          ...writeResult(diagnostic, sources),
        })),
      },
    ],
  } as const
}

function writeRule(code: Diagnostic['code']) {
  const { title, severity } = CATALOGUE[code]
  const { meaning, mend } = EXPLANATIONS[code]
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: meaning },
    help: { text: mend },
    defaultConfiguration: { level: LEVELS[severity] },
  }
}

function writeResult({ severity, message, help, context, labels, fixes }: Diagnostic, sources: SourceIndex) {
  const [primary, ...related] = labels
  const applicable = fixes.filter(({ applicability }) => applicability !== 'placeholder')
  return {
    level: LEVELS[severity],
    message: { text: help === undefined ? message : `${message}。${help}` },
    locations: [
      {
        physicalLocation: writePlace(primary.origin, sources),
        ...(context !== undefined && { logicalLocations: [{ fullyQualifiedName: context }] }),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ origin, text }, index) => ({
        id: index + 1,
        physicalLocation: writePlace(origin, sources),
        message: { text },
      })),
    }),
    ...(applicable.length > 0 && { fixes: applicable.map((fix) => writeFix(fix, sources)) }),
  }
}

function writeFix({ title, applicability, edits }: Fix, sources: SourceIndex) {
  const files = [...new Set(edits.map(({ origin }) => origin.file))]
  return {
    description: { text: title },
    properties: { applicability },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ origin }) => origin.file === file)
        .map(({ origin, text }) => ({
          deletedRegion: writeRegion(origin, sources),
          insertedContent: { text },
        })),
    })),
  }
}

function writePlace(origin: Origin, sources: SourceIndex) {
  return { artifactLocation: { uri: uriOf(origin.file) }, region: writeRegion(origin, sources) }
}

function writeRegion(origin: Origin, sources: SourceIndex) {
  const { start, end } = sources.locate(origin)
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/** A path as a URI reference: 目录/a b.zw → %E7%9B%AE%E5%BD%95/a%20b.zw. */
function uriOf(file: string): string {
  return file.split(/[\\/]/).map(encodeURIComponent).join('/')
}
