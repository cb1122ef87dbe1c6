import { diagnose } from '../../diagnostics/diagnose.ts'
import { ELEMENTS, elementNamed } from '../implementation/elements.ts'
import { PERMIT_EXAMPLES, readPermit } from '../implementation/permits.ts'
import { childrenOf, keywordOf, valueIn } from '../lower/read-node.ts'
import type { Check, CheckContext } from './check-context.ts'

/** ZW8008: an item of 统一 or 允许细化 that names no element, or no direction, that anyone could check. */
export const checkUnknownElements: Check = (context) => {
  const elements = Object.values(ELEMENTS).map(({ words: [word] }) => word)
  return [
    ...unknownIn('matter.unified', (word) => elementNamed(word) !== undefined, elements, context),
    ...unknownIn('matter.refinable', (item) => readPermit(item) !== undefined, PERMIT_EXAMPLES, context),
  ]
}

function unknownIn(
  construct: string,
  isKnown: (item: string) => boolean,
  known: readonly string[],
  { block, source }: CheckContext,
) {
  return childrenOf(block, construct).flatMap((line) =>
    (valueIn(line, 'names')?.names ?? [])
      .filter(({ text }) => !isKnown(text))
      .map(({ text, span }) => {
        const params = { keyword: keywordOf(line, source), word: text, known }
        return diagnose('ZW8008', params, { file: source.uri, span })
      }),
  )
}
