import type { DrawnFlow, DrawnNode } from './drawing.ts'

interface Tidied {
  readonly nodes: readonly DrawnNode[]
  readonly flows: readonly DrawnFlow[]
}

/** Takes away what says nothing (整理): a flow that stands there twice, a gateway with one way in and one way out. */
export function tidy({ nodes, flows }: Tidied): Tidied {
  const single = withoutTwins(flows)
  const spare = nodes.find(({ id, kind }) => (kind === 'parallel' || kind === 'exclusive') && isSpare(id, single))
  if (spare === undefined) return { nodes, flows: single }
  const [out] = single.filter(({ from }) => from === spare.id)
  return tidy({
    nodes: nodes.filter((node) => node !== spare),
    flows: single.flatMap((flow) => {
      if (flow === out) return []
      return [flow.to === spare.id ? { ...flow, to: out?.to ?? flow.to } : flow]
    }),
  })
}

function isSpare(id: string, flows: readonly DrawnFlow[]): boolean {
  const [out, ...others] = flows.filter(({ from }) => from === id)
  const isAlone = out !== undefined && others.length === 0 && out.condition === undefined
  return isAlone && flows.filter(({ to }) => to === id).length === 1
}

function withoutTwins(flows: readonly DrawnFlow[]): readonly DrawnFlow[] {
  const keys = new Set<string>()
  return flows.filter(({ from, to, condition, isDefault }) => {
    const key = JSON.stringify([from, to, condition, isDefault])
    return keys.has(key) ? false : keys.add(key)
  })
}
