import type { Output } from '../../model/matter.ts'
import { DOCUMENT_FORMS, OUTPUT_TYPES } from '../../model/terms.ts'
import type { SyntaxNode } from '../../syntax/tree.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { validityOf } from './durations.ts'
import type { Lowering } from './lowering.ts'
import { nameOf, termOf, termsOf } from './read-node.ts'
import { lowerAnnotations } from './sources.ts'

/** One 结果. */
export function lowerOutput(node: SyntaxNode, lowering: Lowering): Output | undefined {
  const name = nameOf(node)?.text
  if (name === undefined) return undefined
  const output: Draft<Output> = {
    name,
    forms: termsOf(node, 'output.forms', DOCUMENT_FORMS),
    ...lowerAnnotations(node, lowering),
  }
  setIfGiven(output, 'type', termOf(node, 'output.type', OUTPUT_TYPES))
  setIfGiven(output, 'validity', validityOf(node, 'output.validity', lowering))
  return output
}
