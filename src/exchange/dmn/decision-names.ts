import { BUILT_IN_FACTS } from '../../model/built-in-facts.ts'
import type { Matter } from '../../model/matter.ts'
import { type FeelNames, nameInFeel } from '../feel/feel-names.ts'

/** What the parts of a matter are called in its decision model; no two are called the same. */
export interface DecisionNames {
  readonly facts: FeelNames
  readonly situations: FeelNames
  /** Of conditions of acceptance in order, and of the answers that people give to them. */
  readonly requirements: readonly { readonly met: string; readonly answer: string }[]
  readonly tables: readonly { readonly table: string; readonly outputs: readonly string[] }[]
  readonly verdict: string
  readonly failures: string
}

/** Names everything (名称), facts first, so that they keep their own names where FEEL can read them. */
export function nameDecisions(matter: Matter): DecisionNames {
  const facts = nameInFeel([...BUILT_IN_FACTS, ...matter.facts])
  const taken = new Set(facts.values())
  return {
    facts,
    situations: new Map(matter.situations.map(({ name }) => [name, claim(`情形_${name}`)])),
    requirements: matter.requirements.map((_, index) => ({
      met: claim(`条件${index + 1}`),
      answer: claim(`人工判断${index + 1}`),
    })),
    tables: matter.decisionTables.map(({ name, outputs }) => ({
      table: claim(`判定_${name}`),
      outputs: outputs.map((output) => claim(`输出_${output.name}`)),
    })),
    verdict: claim('符合受理条件'),
    failures: claim('不符合的条件'),
  }

  function claim(wanted: string): string {
    const plain = wanted.replace(/[^\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9_]/gu, '')
    let name = plain
    for (let again = 2; taken.has(name); again++) name = `${plain}_${again}`
    taken.add(name)
    return name
  }
}
