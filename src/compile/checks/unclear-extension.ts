import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { entriesOf } from '../names/index-names.ts'
import { type Check, placeOf } from './check-context.ts'

/** ZW6017: an 延长 that says by how much and up to what, or neither. */
export const checkUnclearExtension: Check = (context) =>
  context.matter.extensions.flatMap((extension) => {
    const { name, origin } = extension
    const entry = entriesOf(context.block).find(({ keyword }) => keyword.start === origin?.span.start)
    const by = entry && childOf(entry, 'extension.extendBy')
    const to = entry && childOf(entry, 'extension.extendTo')
    if (Boolean(by) !== Boolean(to)) return []
    return diagnose('ZW6017', { name, problem: by ? 'both' : 'neither' }, placeOf(extension, context))
  })
