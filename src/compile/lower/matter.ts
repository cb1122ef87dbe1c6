import type { Matter } from '../../model/matter.ts'
import { AUDIENCES, CASE_TYPES, CHANNELS, LEVELS, MATTER_TYPES, TRANSITIONS } from '../../model/terms.ts'
import type { Name, SyntaxNode } from '../../syntax/tree.ts'
import { entriesOf } from '../names/index-names.ts'
import type { MatterNames } from '../names/name-space.ts'
import { wholeCountOf } from './counts.ts'
import { dateOf, lowerDate } from './dates.ts'
import { lowerDecisionTables } from './decision-tables.ts'
import { type Draft, setIfGiven } from './draft.ts'
import { lowerExtension } from './extensions.ts'
import { lowerFacts } from './facts.ts'
import { lowerFee } from './fees.ts'
import { lowerFlow } from './flow.ts'
import type { Lowering } from './lowering.ts'
import { lowerMaterial, lowerMaterialChoice } from './materials.ts'
import { lowerMeasure } from './measures.ts'
import { organisationOf, organisationsOf } from './organisations.ts'
import { lowerOutput } from './outputs.ts'
import { childrenOf, keywordOf, namesOf, termOf, termsOf, textOf, valueIn } from './read-node.ts'
import { lowerRequirement } from './requirements.ts'
import { lowerScenario } from './scenarios.ts'
import { lowerSituations } from './situations.ts'
import { lowerAnnotations } from './sources.ts'
import { lowerSpecialProcedure } from './special-procedures.ts'
import { lowerSupplement } from './supplements.ts'
import { lowerTarget } from './targets.ts'
import { lowerTimeLimit } from './time-limits.ts'

/** One 事项, its parts in the order of the model; facts and situations go first, since conditions rest on them. */
export function lowerMatter(node: SyntaxNode, name: Name, lowering: Lowering): Matter {
  const entries = usableEntries(node, lowering.names)
  const all = <T>(construct: string, lower: (entry: SyntaxNode, context: Lowering) => T | undefined): readonly T[] =>
    lowerAll(entries, (entry) => entry.construct === construct, lower, lowering)
  const facts = lowerFacts(lowering)
  const situations = lowerSituations(lowering)
  const matter: Draft<Matter> = {
    kind: 'matter',
    name: name.text,
    levels: termsOf(node, 'matter.levels', LEVELS),
    audiences: termsOf(node, 'matter.audiences', AUDIENCES),
    coAuthorities: organisationsOf(node, 'matter.coAuthorities', lowering),
    profile: lowering.profile.name,
    revisions: lowerRevisions(node, lowering),
    unified: textsOf(node, 'matter.unified'),
    refinable: textsOf(node, 'matter.refinable'),
    facts,
    situations,
    requirements: all('requirement', lowerRequirement),
    materials: all('material', lowerMaterial),
    materialChoices: all('materialChoice', lowerMaterialChoice),
    flow: lowerFlow(entries, lowering),
    supplements: all('supplement', lowerSupplement),
    specialProcedures: all('specialProcedure', lowerSpecialProcedure),
    extensions: all('extension', lowerExtension),
    statutoryLimits: all('statutoryLimit', lowerTimeLimit),
    promisedLimits: all('promisedLimit', lowerTimeLimit),
    targets: lowerAll(entries, (entry) => entry.construct.startsWith('target.'), lowerTarget, lowering),
    measures: all('measure', lowerMeasure),
    fees: all('fee', lowerFee),
    channels: termsOf(node, 'channels', CHANNELS),
    outputs: all('output', lowerOutput),
    decisionTables: lowerDecisionTables(lowering),
    scenarios: all('scenario', lowerScenario),
    ...lowerAnnotations(node, lowering),
  }
  setProperties(matter, node, lowering)
  return matter
}

/** The attributes of the matter itself that may be left out (事项属性). */
function setProperties(matter: Draft<Matter>, node: SyntaxNode, lowering: Lowering): void {
  setIfGiven(matter, 'code', textOf(node, 'matter.code'))
  setIfGiven(matter, 'version', textOf(node, 'matter.version'))
  setIfGiven(matter, 'type', termOf(node, 'matter.type', MATTER_TYPES))
  setIfGiven(matter, 'caseType', termOf(node, 'matter.caseType', CASE_TYPES))
  setIfGiven(matter, 'authority', organisationOf(node, 'matter.authority', lowering))
  setIfGiven(matter, 'effectiveFrom', dateOf(node, 'matter.effectiveFrom', lowering))
  setIfGiven(matter, 'effectiveTo', dateOf(node, 'matter.effectiveTo', lowering))
  setIfGiven(matter, 'mainItem', textOf(node, 'matter.mainItem'))
  setIfGiven(matter, 'businessItem', textOf(node, 'matter.businessItem'))
  setIfGiven(matter, 'trips', wholeCountOf(node, 'matter.trips', lowering))
  setIfGiven(matter, 'transition', termOf(node, 'matter.transition', TRANSITIONS))
  setIfGiven(matter, 'checkedOn', dateOf(node, 'matter.checkedOn', lowering))
  setIfGiven(matter, 'location', textOf(node, 'matter.location'))
  setIfGiven(matter, 'openingHours', textOf(node, 'matter.openingHours'))
  setIfGiven(matter, 'enquiryPhone', textOf(node, 'matter.enquiryPhone'))
  setIfGiven(matter, 'complaintPhone', textOf(node, 'matter.complaintPhone'))
}

/** The entries of a matter without those whose name another one has: names are unique within their kind. */
function usableEntries(node: SyntaxNode, names: MatterNames): readonly SyntaxNode[] {
  const repeated = new Set(Object.values(names).flatMap((space) => space.repeated.map((one) => one.node)))
  const entries = entriesOf(node)
  return repeated.size === 0 ? entries : entries.filter((entry) => !repeated.has(entry))
}

function lowerAll<T>(
  entries: readonly SyntaxNode[],
  wanted: (entry: SyntaxNode) => boolean,
  lower: (entry: SyntaxNode, lowering: Lowering) => T | undefined,
  lowering: Lowering,
): readonly T[] {
  const lowered: T[] = []
  for (const entry of entries) {
    if (!wanted(entry)) continue
    const part = lower(entry, lowering)
    if (part !== undefined) lowered.push(part)
  }
  return lowered
}

function textsOf(node: SyntaxNode, construct: string): readonly string[] {
  return namesOf(node, construct).map((name) => name.text)
}

function lowerRevisions(node: SyntaxNode, lowering: Lowering): Matter['revisions'] {
  return childrenOf(node, 'matter.revision').flatMap((child) => {
    const value = valueIn(child, 'datedText')
    const date = value && lowerDate(value.date, keywordOf(child, lowering.source), child.valueSpan, lowering)
    return value && date !== undefined ? [{ date, text: value.text }] : []
  })
}
