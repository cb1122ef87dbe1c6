import type { Fact } from '../../../../model/application.ts'
import type { Condition } from '../../../../model/condition.ts'
import type { ForeignFlow, ForeignGraph, ForeignNode } from './foreign-graph.ts'
import { createNaming } from './plain-text.ts'
import { type ForeignCondition, readCondition } from './read-condition.ts'

/** What a gateway asks, and which answers lead which way (网关的问题). */
export interface Question {
  readonly gateway: ForeignNode
  /** The ways out, each with the condition under which it is taken. */
  readonly ways: readonly { readonly flow: ForeignFlow; readonly when: Condition }[]
  /** What a person answers here, where no machine can. */
  readonly asked: readonly string[]
}

/** The questions of a picture, and the facts that they are about. */
export interface Questions {
  readonly list: readonly Question[]
  readonly facts: readonly Fact[]
}

/** Reads what each gateway that parts ways asks: conditions that a machine can read, or else a question to the person before it. */
export function askQuestions(
  { nodes, flows }: ForeignGraph,
  known: readonly Fact[],
  own: ReadonlyMap<string, Condition>,
): Questions {
  const facts = new Map(known.map((fact) => [fact.name, fact]))
  const naming = createNaming()
  for (const { name } of known) naming(name, name)
  const list: Question[] = []
  for (const gateway of nodes) {
    const ways = flows.filter(({ from }) => from === gateway.id)
    const parts = gateway.kind === 'one' || gateway.kind === 'some' || ways.some(({ condition }) => condition !== '')
    if (ways.length < 2 || !parts) continue
    list.push(readMachine(gateway, ways, facts, own) ?? askPerson(gateway, ways, nodes, facts, naming))
  }
  return { list, facts: [...facts.values()] }
}

function fact(name: string, type: Fact['type'], options: readonly string[] = []): Fact {
  return { name, type, options, sources: [], notes: [] }
}

/** All ways but the usual one have a condition that can be read, and what it says of a fact fits what is known of that. */
function readMachine(
  gateway: ForeignNode,
  ways: readonly ForeignFlow[],
  facts: Map<string, Fact>,
  own: ReadonlyMap<string, Condition>,
): Question | undefined {
  const asked: { readonly flow: ForeignFlow; readonly read: ForeignCondition }[] = []
  for (const flow of ways) {
    if (flow.isDefault) continue
    const written = own.get(flow.condition)
    const read = written === undefined ? readCondition(flow.condition) : { condition: written, facts: [] }
    if (read === undefined) return undefined
    asked.push({ flow, read })
  }
  const before = new Map(facts)
  if (!asked.every(({ read }) => read.facts.every((each) => declare(each, facts)))) {
    facts.clear()
    for (const [name, value] of before) facts.set(name, value)
    return undefined
  }
  const earlier: Condition[] = []
  const taken = ways
    .toSorted((a, b) => Number(a.isDefault) - Number(b.isDefault))
    .flatMap((flow) => {
      const own = asked.find((each) => each.flow === flow)?.read.condition
      const before =
        gateway.kind === 'some' && own !== undefined ? [] : earlier.map((of): Condition => ({ kind: 'not', of }))
      if (own !== undefined) earlier.push(own)
      const when = conjoin([...before, ...(own === undefined ? [] : [own])])
      return when === undefined ? [] : [{ flow, when }]
    })
  return { gateway, ways: taken, asked: [] }
}

function conjoin(parts: readonly Condition[]): Condition | undefined {
  const [only, ...others] = parts
  return only === undefined || others.length === 0 ? only : { kind: 'all', of: parts }
}

function declare({ name, type, option }: ForeignCondition['facts'][number], facts: Map<string, Fact>): boolean {
  const known = facts.get(name)
  if (known !== undefined && known.type !== type) return false
  const options = [...new Set([...(known?.options ?? []), ...(option === undefined ? [] : [option])])]
  facts.set(name, { ...(known ?? fact(name, type)), options })
  return true
}

/** Asks the person who did the work before: one of the ways by name, or for an inclusive gateway each by itself. */
function askPerson(
  gateway: ForeignNode,
  ways: readonly ForeignFlow[],
  nodes: readonly ForeignNode[],
  facts: Map<string, Fact>,
  naming: ReturnType<typeof createNaming>,
): Question {
  const labels = createNaming()
  const named = ways.map((flow, index) => ({
    flow,
    label: labels(flow.name || towards(flow, nodes), `第${index + 1}条路`),
  }))
  if (gateway.kind === 'some' || gateway.kind === 'work') {
    const asked = named.map(({ flow, label }) => ({
      flow,
      name: naming(`${gateway.name || '下一步'}：${label}`, label),
    }))
    for (const { name } of asked) facts.set(name, fact(name, 'boolean'))
    return {
      gateway,
      ways: asked.map(({ flow, name }) => ({ flow, when: { kind: 'fact', fact: name } })),
      asked: asked.map(({ name }) => name),
    }
  }
  const name = naming(gateway.name, '走哪条路')
  const isYesOrNo =
    named.length === 2 && named.some(({ label }) => label === '是') && named.some(({ label }) => label === '否')
  facts.set(
    name,
    isYesOrNo
      ? fact(name, 'boolean')
      : fact(
          name,
          'option',
          named.map(({ label }) => label),
        ),
  )
  return {
    gateway,
    asked: [name],
    ways: named.map(({ flow, label }) => ({
      flow,
      when: isYesOrNo ? yesOrNo(name, label === '是') : optionOf(name, label),
    })),
  }
}

/** A way without a name goes by where it leads. */
function towards({ to }: ForeignFlow, nodes: readonly ForeignNode[]): string {
  const name = nodes.find(({ id }) => id === to)?.name ?? ''
  return name === '' ? '' : `去${name}`
}

function yesOrNo(fact: string, wanted: boolean): Condition {
  const own: Condition = { kind: 'fact', fact }
  return wanted ? own : { kind: 'not', of: own }
}

function optionOf(fact: string, option: string): Condition {
  return { kind: 'compare', fact, operator: 'eq', operand: { kind: 'option', option } }
}
