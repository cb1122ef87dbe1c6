import { diagnose } from '../../../diagnostics/diagnose.ts'
import type { Fact } from '../../../model/application.ts'
import { asksTheSame } from '../../../model/asks-the-same.ts'
import { originOf } from '../../lower/read-node.ts'
import type { BundleCheck } from './bundle-context.ts'

interface Asked {
  /** 一件事, or the component that asks. */
  readonly by: string
  readonly fact: Fact
}

/** ZW8107: facts of one name that ask for different things, so that the applicant is asked apart, once a name. */
export const checkDifferingFacts: BundleCheck = ({ bundle, components, names, source, block }) => {
  const askedBy = new Map<string, Asked[]>()
  const add = (asked: Asked) => {
    const known = askedBy.get(asked.fact.name)
    if (known === undefined) askedBy.set(asked.fact.name, [asked])
    else known.push(asked)
  }
  for (const fact of bundle.facts) add({ by: '一件事', fact })
  for (const [by, { matter }] of components) {
    // One that is taken over from elsewhere is what it is there.
    for (const fact of matter.facts) if (fact.from === undefined) add({ by, fact })
  }
  return [...askedBy].flatMap(([name, asked]) => {
    const [first, ...others] = asked
    const differing = others.filter(({ fact }) => first !== undefined && !asksTheSame(first.fact, fact))
    const [other] = differing
    if (first === undefined || other === undefined) return []
    const node = [...names.components.byKey.values()].find((each) => each.name.text === other.by)?.node ?? block
    const related = [first, ...differing].flatMap(({ by, fact }) =>
      fact.origin === undefined ? [] : [{ origin: fact.origin, text: `${quoted(by)}这样问` }],
    )
    const params = { fact: name, components: [first, ...differing].map(({ by }) => by) }
    return diagnose('ZW8107', params, originOf(source, node), { related })
  })
}

function quoted(by: string): string {
  return by === '一件事' ? by : `“${by}”`
}
