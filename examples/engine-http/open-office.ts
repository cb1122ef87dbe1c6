import { readFileSync } from 'node:fs'
import { compile } from 'zhengwu'
import { type CaseDefinition, prepareDefinition } from 'zhengwu/engine'
import { openEngine } from 'zhengwu/runner'
import { PEOPLE } from './people.ts'
import type { Office } from './server.ts'

const file = 'shop-permit.zw'

/** Opens the office over a store: `sqlite:cases.db`, `postgres://…`, `memory:`. That is the one line that changes. */
export async function openOffice(store: string, options: { readonly now?: () => number } = {}): Promise<Office> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const { matters, diagnostics } = compile([{ uri: file, text }])
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  const definitions = new Map<string, CaseDefinition>()
  for (const [name, compiled] of matters) {
    const definition = prepareDefinition(compiled)
    if (!definition.ok) throw new Error(definition.error.message)
    definitions.set(name, definition.value)
  }
  const engine = await openEngine({ store, definitions: definitions.values(), ...options })
  return { engine, definitions, people: PEOPLE }
}
