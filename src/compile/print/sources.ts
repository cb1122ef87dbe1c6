import type { LegalSource } from '../../model/common.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { line, type PrintedLine } from './lines.ts'

interface Annotated {
  readonly sources: readonly LegalSource[]
  readonly notes: readonly string[]
}

/** What any part may carry: 依据, then 说明. */
export function printAnnotations({ sources, notes }: Annotated): readonly PrintedLine[] {
  return [
    ...sources.map((source) => line('source', printLegalSource(source))),
    ...notes.map((note) => line('note', note)),
  ]
}
