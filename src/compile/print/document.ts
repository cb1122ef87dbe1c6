import type { ModelDocument } from '../../model/write-model-json.ts'
import { printBundle } from './bundle.ts'
import { printMatters } from './matter.ts'

/** A whole file: 语言版本, the matters, then the bundles that they make up. */
export function printDocument({ matters, bundles = [] }: Omit<ModelDocument, 'schema'>): string {
  return [printMatters(matters), ...bundles.map(printBundle)].join('\n')
}
