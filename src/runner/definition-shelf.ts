import { failure, type Result, success } from '../base/result.ts'
import { printCivilDate } from '../calendar/civil-date.ts'
import { civilDayAt, type Instant } from '../calendar/instant.ts'
import { type CaseDefinition, prepareDefinition } from '../engine/flow/definition.ts'
import { type DefinitionSource, printDefinition } from '../engine/flow/print-definition.ts'
import { readDefinition } from '../engine/flow/read-definition.ts'
import type { Refusal } from '../engine/refusal.ts'
import type { CaseStore } from '../stores/case-store.ts'

/** The definitions that cases run on (事项定义): those given, by name and date, and those that the store keeps, by hash. */
export interface DefinitionShelf {
  /** The version of a matter that is in force at a moment. */
  readonly inForce: (matter: string, at: Instant) => CaseDefinition | undefined
  /** The names of the matters that are in force at a moment. */
  readonly namesInForce: (at: Instant) => readonly string[]
  /** The definition that a case is pinned to, however old. */
  readonly pinned: (hash: string) => Promise<Result<CaseDefinition, Refusal>>
  /** Keeps a definition in the store before a case is pinned to it. */
  readonly keep: (definition: CaseDefinition) => Promise<void>
}

/** Prepares definitions for cases. Throws a RangeError for one that cases cannot run on: `zw check` finds these. */
export function prepareDefinitions(sources: Iterable<DefinitionSource>): readonly CaseDefinition[] {
  return Array.from(sources, (source) => {
    const prepared = prepareDefinition(source)
    if (!prepared.ok) throw new RangeError(prepared.error.message)
    return prepared.value
  })
}

/** A version without 施行 was always in force; one that names no 失效 ends when the next begins. */
function beginningOf({ matter }: CaseDefinition): string {
  return matter.effectiveFrom ?? ''
}

function isInForce({ matter }: CaseDefinition, day: string): boolean {
  const { effectiveFrom = day, effectiveTo = day } = matter
  return effectiveFrom <= day && day <= effectiveTo
}

/** Puts definitions up beside those that the store keeps. */
export function createDefinitionShelf(given: readonly CaseDefinition[], store: CaseStore): DefinitionShelf {
  const byHash = new Map(given.map((definition) => [definition.hash, definition]))
  const kept = new Set<string>()
  return {
    inForce(matter, at) {
      const day = printCivilDate(civilDayAt(at))
      let latest: CaseDefinition | undefined
      for (const definition of given) {
        if (definition.matter.name !== matter || !isInForce(definition, day)) continue
        if (latest === undefined || beginningOf(latest) <= beginningOf(definition)) latest = definition
      }
      return latest
    },
    namesInForce(at) {
      const day = printCivilDate(civilDayAt(at))
      const inForce = given.filter((definition) => isInForce(definition, day))
      return [...new Set(inForce.map(({ matter }) => matter.name))]
    },
    async pinned(hash) {
      const known = byHash.get(hash)
      if (known !== undefined) return success(known)
      const text = await store.definition(hash)
      const read = text === undefined ? undefined : readDefinition(text)
      if (read?.ok === true && read.value.hash === hash) {
        byHash.set(hash, read.value)
        return success(read.value)
      }
      return failure({
        code: 'bad-definition',
        message: text === undefined ? '办件所用的事项定义不在存储里' : '办件所用的事项定义被改过',
        help: '从备份恢复事项定义，指纹要与办件记下的一致',
        names: [hash],
      })
    },
    async keep(definition) {
      if (kept.has(definition.hash)) return
      await store.saveDefinition(definition.hash, printDefinition(definition))
      kept.add(definition.hash)
    },
  }
}
