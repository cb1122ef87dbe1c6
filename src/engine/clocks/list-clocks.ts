import { CIVIL_CODE, type CountingProfile, findProfile } from '../../calendar/profiles.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import { applicantClocks } from './applicant-clocks.ts'
import type { Clock } from './clock.ts'
import { lawClocks } from './law-clocks.ts'
import { mainClocks } from './main-clocks.ts'
import { procedureClocks } from './procedure-clocks.ts'
import { stepClocks } from './step-clocks.ts'

/** The clocks of a case (办件的时钟): in the order of the table of the manual, steps by their nodes. */
export function listClocks(definition: CaseDefinition, state: CaseState, all: boolean): readonly Clock[] {
  const source = { definition, state, profile: profileOf(definition), all }
  const clocks: Clock[] = []
  for (const list of LISTS) list(source, clocks)
  return all ? clocks : clocks.filter(({ stop }) => stop === undefined)
}

const LISTS = [lawClocks, mainClocks, stepClocks, procedureClocks, applicantClocks]

const profiles = new WeakMap<CaseDefinition, CountingProfile>()

function profileOf(definition: CaseDefinition): CountingProfile {
  let profile = profiles.get(definition)
  if (profile === undefined) {
    profile = findProfile(definition.matter.profile) ?? CIVIL_CODE
    profiles.set(definition, profile)
  }
  return profile
}
