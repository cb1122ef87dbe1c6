import type { Origin } from '../../base/source-file.ts'
import type { Assertion } from '../../model/scenario.ts'
import type { AssertionSyntax, Name, SetSubject } from '../../syntax/tree.ts'
import { factNamed } from '../names/fact-named.ts'
import { findDeclaration, resolveName, resolveNames } from '../names/resolve-name.ts'
import { lowerDate } from './dates.ts'
import { lowerDuration } from './durations.ts'
import type { Lowering } from './lowering.ts'

/** What must come out (断言); left out where a part of it could not be used, which is reported. */
export function lowerAssertion(syntax: AssertionSyntax, origin: Origin, lowering: Lowering): readonly Assertion[] {
  switch (syntax.kind) {
    case 'acceptance':
      return [{ kind: 'acceptance', truth: syntax.truth, origin }]
    case 'count':
      return [{ kind: 'count', subject: syntax.subject, count: syntax.amount, origin }]
    case 'set': {
      const { subject, relation } = syntax
      const names = NAMES[subject](syntax.names, lowering)
      return names.length < syntax.names.length ? [] : [{ kind: 'set', subject, relation, names, origin }]
    }
    case 'hints':
      return [{ kind: 'hints', relation: syntax.relation, texts: syntax.texts, origin }]
    case 'together': {
      const steps = resolveNames(syntax.names, 'steps', lowering)
      return steps.length < 2 ? [] : [{ kind: 'together', steps, origin }]
    }
    case 'closing': {
      const date = lowerDate(syntax.date, '办结日期', syntax.span, lowering)
      return date === undefined ? [] : [{ kind: 'closing', operator: syntax.operator, date, origin }]
    }
    case 'time': {
      const duration = lowerDuration(syntax.duration, syntax.span, lowering)
      return [{ kind: 'time', subject: syntax.subject, operator: syntax.operator, duration, origin }]
    }
    case 'ratio':
      return [{ kind: 'ratio', subject: syntax.subject, operator: syntax.operator, percent: syntax.percent, origin }]
    case 'fee':
      return [{ kind: 'fee', operator: syntax.operator, amountFen: syntax.amountFen, origin }]
  }
}

type ResolveSet = (names: readonly Name[], lowering: Lowering) => readonly string[]

/** What the names of each set are. */
const NAMES: { readonly [K in SetSubject]: ResolveSet } = {
  failedRequirements: (names, lowering) => resolveNames(names, 'requirements', lowering),
  neededFacts: (names, lowering) => names.flatMap((name) => factNamed(name, lowering)?.fact.name ?? []),
  // A group of materials of which some are needed goes by its own name.
  materials: (names, lowering) =>
    names.flatMap((name) => {
      const choice = findDeclaration(name, 'materialChoices', lowering)
      return choice?.name.text ?? resolveName(name, 'materials', lowering) ?? []
    }),
  steps: (names, lowering) => resolveNames(names, 'steps', lowering),
  components: (names, lowering) => resolveNames(names, 'components', lowering),
  outputs: (names, lowering) => resolveNames(names, 'outputs', lowering),
}
