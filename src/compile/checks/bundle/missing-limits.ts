import { diagnose } from '../../../diagnostics/diagnose.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'

/** ZW8108: a component without 法定时限 and without 承诺时限, so that nobody knows what it took by itself. */
export const checkMissingLimits: BundleCheck = ({ components, names, source }) =>
  [...names.components.byKey.values()].flatMap(({ name, node }) => {
    const compiled = components.get(name.text)
    if (compiled === undefined) return []
    const { statutoryLimits, promisedLimits, origin } = compiled.matter
    // Where its text has errors, a limit may be what could not be read.
    const hasLimit = [...statutoryLimits, ...promisedLimits].some(({ limit }) => limit.unit !== 'unlimited')
    if (hasLimit || compiled.faulty === true) return []
    const related = origin === undefined ? [] : [{ origin, text: '事项在这里' }]
    return diagnose('ZW8108', { component: name.text }, originOf(source, node), { related })
  })
