import type { SourceFile } from '../../base/source-file.ts'
import { diagnose } from '../../diagnostics/diagnose.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { CONSTRUCTS } from '../../syntax/constructs.ts'
import type { Name } from '../../syntax/tree.ts'
import type { Surroundings } from '../compiled-block.ts'
import { ownerOf } from '../corpus/references.ts'

/** What a line may name, in words, and what to do where the rule about it needs saying. */
interface Wanted {
  /** 事项或者实施清单. */
  readonly kinds: string
  readonly help?: string
  /** What to do about one that is of another kind, by its construct. */
  readonly otherwise?: Readonly<Record<string, string>>
}

/** ZW4003: nothing in the workspace is what a line means, with what its author probably meant. */
export function missingBlock(
  name: Name,
  source: SourceFile,
  { guesses }: Pick<Surroundings, 'guesses'>,
  wanted: Wanted,
): Diagnostic {
  const written = source.text.slice(name.span.start, name.span.end)
  const [owner = written] = written.split('·')
  const span = { start: name.span.start, end: name.span.start + owner.trimEnd().length }
  const origin = { file: source.uri, span }
  const key = ownerOf(name)
  const guess = guesses.get(key)
  const text = withoutBrackets(owner)
  if (guess?.name === undefined) return diagnose('ZW4003', { name: text }, origin, helpOf(wanted.help))
  if (guess.name.key === key) {
    const actual = CONSTRUCTS.find(({ id }) => id === guess.construct)?.keyword ?? ''
    const params = { name: text, actual, wanted: wanted.kinds }
    return diagnose('ZW4003', params, origin, helpOf(wanted.otherwise?.[guess.construct]))
  }
  const suggestion = guess.name.text
  const put = /^[【[]/.test(owner) ? `【${suggestion}】` : suggestion
  return diagnose('ZW4003', { name: text, suggestion }, origin, {
    ...helpOf(wanted.help),
    fixes: [{ title: `改为“${suggestion}”`, applicability: 'ask', edits: [{ origin, text: put }] }],
  })
}

function helpOf(help: string | undefined) {
  return help === undefined ? {} : { help }
}

function withoutBrackets(written: string): string {
  return written.trim().replace(/^[【[](.*)[】\]]$/, '$1')
}
