import { diagnose } from '../../diagnostics/diagnose.ts'
import { childOf } from '../lower/read-node.ts'
import { type Check, entryOf, placeOf } from './check-context.ts'

/** ZW6017: an 延长 that says by how much and up to what, or neither. */
export const checkUnclearExtension: Check = (context) =>
  context.matter.extensions.flatMap((extension) => {
    const { name } = extension
    const entry = entryOf(extension, context)
    // A line whose value could not be read is there all the same, and was reported.
    const by = extension.extendBy ?? (entry && childOf(entry, 'extension.extendBy'))
    const to = extension.extendTo ?? (entry && childOf(entry, 'extension.extendTo'))
    if (Boolean(by) !== Boolean(to)) return []
    return diagnose('ZW6017', { name, problem: by ? 'both' : 'neither' }, placeOf(extension, context))
  })
