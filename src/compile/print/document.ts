import type { ModelDocument } from '../../model/write-model-json.ts'
import { printBundle } from './bundle.ts'
import { printMatters } from './matter.ts'
import { printSelectionTarget } from './selection-target.ts'

/** A whole file: 语言版本, the matters, the bundles that they make up, and what they must reach. */
export function printDocument({ matters, bundles = [], selectionTargets = [] }: Omit<ModelDocument, 'schema'>): string {
  return [printMatters(matters), ...bundles.map(printBundle), ...selectionTargets.map(printSelectionTarget)].join('\n')
}
