import type { Matter } from '../../model/matter.ts'
import type { NearMatter } from './admission-table.ts'
import type { ApplicantMatch, Match } from './prepare-match.ts'

/** How many applicants one matter concerns (一个事项的匹配人数). */
export interface MatterTally {
  readonly matter: Matter
  /** Who meets its conditions. */
  readonly eligible: number
  /** Of these, those of whom a person still has to judge something. */
  readonly manual: number
  /** Who misses it by one thing that would have to be different. */
  readonly lacksOne: number
  /** Who misses it by one thing that is not known. */
  readonly lacksAnswer: number
  /** What is missing, most frequent first; who could choose is counted with each. */
  readonly missing: readonly { readonly fact: string; readonly wanted: string; readonly count: number }[]
}

/** The sum of all matches (匹配的合计). */
export interface MatchTally {
  readonly applicants: number
  readonly errors: number
  readonly byMatter: readonly MatterTally[]
  /** Names that no matter asks for, as many as are worth telling. */
  readonly unused: readonly string[]
}

/** Adds matches up as they come (匹配的累计). */
export interface TallyKeeper {
  readonly add: (found: ApplicantMatch) => void
  readonly tally: () => MatchTally
}

/** So many unused names are told. */
const MOST_UNUSED = 20
/** So many different shortcomings are counted before they are added up. */
const MOST_WAITING = 10_000

/** Begins a sum of matches; it takes no more room for more applicants. */
export function startTally({ matters }: Pick<Match, 'matters'>): TallyKeeper {
  const counts = new Map(matters.map((matter) => [matter, { eligible: 0, manual: 0, lacksOne: 0, lacksAnswer: 0 }]))
  const missing = new Map<Matter, Map<string, { readonly fact: string; readonly wanted: string; count: number }>>()
  const unused = new Set<string>()
  let applicants = 0
  let errors = 0

  /** Many applicants lack the same: it is counted first and added up later. */
  const waiting = new Map<NearMatter, number>()

  function settle(): void {
    for (const [{ matter, missing: things }, people] of waiting) {
      const count = counts.get(matter)
      if (count !== undefined) count[things.every(({ open }) => open) ? 'lacksAnswer' : 'lacksOne'] += people
      for (const { fact, wanted } of things) addMissing(matter, fact, wanted, people)
    }
    waiting.clear()
  }

  function addMissing(matter: Matter, fact: string, wanted: string, people: number): void {
    const own =
      missing.get(matter) ?? new Map<string, { readonly fact: string; readonly wanted: string; count: number }>()
    missing.set(matter, own)
    const key = `${fact}\0${wanted}`
    const entry = own.get(key) ?? { fact, wanted, count: 0 }
    entry.count += people
    own.set(key, entry)
  }

  return {
    add: (found) => {
      applicants++
      if (found.errors.length > 0) errors++
      for (const name of found.unused) if (unused.size < MOST_UNUSED) unused.add(name)
      for (const { matter, manual } of found.eligible) {
        const count = counts.get(matter)
        if (count === undefined) continue
        count.eligible++
        if (manual > 0) count.manual++
      }
      for (const near of found.lacksOne) waiting.set(near, (waiting.get(near) ?? 0) + 1)
      if (waiting.size > MOST_WAITING) settle()
    },
    tally: () => {
      settle()
      return {
        applicants,
        errors,
        unused: [...unused],
        byMatter: [...counts].map(([matter, count]) => ({
          matter,
          ...count,
          missing: [...(missing.get(matter)?.values() ?? [])].toSorted((a, b) => b.count - a.count),
        })),
      }
    },
  }
}
