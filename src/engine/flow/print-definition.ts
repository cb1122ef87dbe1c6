import { printCanonicalJson } from '../../base/canonical-json.ts'
import type { FlowGraph } from '../../graph/flow-graph.ts'
import type { Matter } from '../../model/matter.ts'
import { withoutOrigins } from '../../model/write-model-json.ts'

/** A matter with its flow, as the compiler or a JSON document gives them (办件定义的内容). */
export interface DefinitionSource {
  readonly matter: Matter
  readonly graph: FlowGraph
  /** True where the compiler found errors in its text; what they touch is not in the matter. */
  readonly faulty?: true
}

/** The name of the shape of a stored definition. */
export const DEFINITION_SCHEMA = 'zw/definition/1'

/**
 * A definition as stores keep it (办件定义的文本): canonical JSON, without what says where a part was written. The hash of
 * the definition is the SHA-256 of this text.
 */
export function printDefinition({ matter, graph }: DefinitionSource): string {
  return printCanonicalJson(withoutOrigins({ schema: DEFINITION_SCHEMA, matter, graph }))
}
