import { add, multiply, ONE, type Rational } from '../../base/rational.ts'
import { ALWAYS, type Diagram, NEVER, UNDECIDED } from '../../graph/decision-diagram.ts'
import type { Inquiry } from './inquiry.ts'

/** What is still open while questions are asked (提问到哪一步): sets of situations that answers have not decided yet. */
export interface QuestionState {
  /** Each once, in ascending order. */
  readonly roots: readonly Diagram[]
  /** The facts that have been answered, as far as something still rests on them: a comparison waits for another fact. */
  readonly answered: ReadonlySet<string>
}

/** What an answer may lead to, and how likely it is. */
interface PossibleAnswer {
  readonly chance: Rational
  readonly state: QuestionState
}

/** How questions change what is open. */
export interface QuestionRules {
  /** The state with the cells that are known. */
  readonly begin: (cells: ReadonlyMap<number, number>, answered: ReadonlySet<string>) => QuestionState
  /** The facts that can be asked and of which something depends, in the order of the matter. */
  readonly openFacts: (state: QuestionState) => readonly string[]
  /** What the answers to one question lead to; their chances add up to 1. */
  readonly answersTo: (fact: string, state: QuestionState) => readonly PossibleAnswer[]
  /** Parts of a state that no question has in common: they can be settled one after the other. */
  readonly split: (state: QuestionState) => readonly QuestionState[]
}

/** Prepares the asking of questions (提问的规则). */
export function questionRules(
  { space, admitted, things, askable, factsOf }: Inquiry,
  chances: (variable: number) => readonly Rational[],
): QuestionRules {
  const { store } = space
  const names = askable.map(({ name }) => name)
  const place = new Map(names.map((name, index) => [name, index]))

  function stateOf(roots: readonly Diagram[], answered: ReadonlySet<string>): QuestionState {
    const open = new Set(roots.filter((root) => root !== NEVER && root !== ALWAYS && root !== UNDECIDED))
    const sorted = [...open].sort((a, b) => a - b)
    const waiting = new Set([...new Set(sorted.flatMap(store.support))].flatMap(factsOf))
    return { roots: sorted, answered: new Set([...answered].filter((name) => waiting.has(name))) }
  }

  /** The questions on which a variable waits: none where one of its facts cannot be asked for and is not known. */
  function questionsOf(variable: number, answered: ReadonlySet<string>): readonly string[] {
    const missing = factsOf(variable).filter((name) => !answered.has(name))
    return missing.every((name) => place.has(name)) ? missing : []
  }

  function questionsIn(root: Diagram, answered: ReadonlySet<string>): ReadonlySet<string> {
    return new Set(store.support(root).flatMap((variable) => questionsOf(variable, answered)))
  }

  return {
    begin: (cells, answered) => {
      const restrict = (root: Diagram) =>
        [...cells].reduce((rest, [variable, cell]) => store.restrict(rest, { variable, cell }), root)
      return stateOf([admitted, ...things.map(({ situations }) => situations)].map(restrict), answered)
    },
    openFacts: ({ roots, answered }) => {
      const open = new Set(roots.flatMap((root) => [...questionsIn(root, answered)]))
      return names.filter((name) => open.has(name))
    },
    answersTo: (fact, { roots, answered }) => {
      const known = new Set([...answered, fact])
      const variables = [...new Set(roots.flatMap(store.support))].filter((variable) => {
        const facts = factsOf(variable)
        return facts.includes(fact) && facts.every((name) => known.has(name))
      })
      return variables
        .reduce<readonly PossibleAnswer[]>(
          (answers, variable) => merge(answers.flatMap((answer) => divideBy(answer, variable))),
          [{ chance: ONE, state: { roots, answered: known } }],
        )
        .map(({ chance, state }) => ({ chance, state: stateOf(state.roots, known) }))
    },
    split: ({ roots, answered }) => {
      const groups: { readonly questions: Set<string>; readonly roots: Diagram[] }[] = []
      for (const root of roots) {
        const questions = questionsIn(root, answered)
        if (questions.size === 0) continue
        const joined = groups.filter((group) => [...questions].some((name) => group.questions.has(name)))
        for (const group of joined) groups.splice(groups.indexOf(group), 1)
        groups.push({
          questions: new Set([...questions, ...joined.flatMap((group) => [...group.questions])]),
          roots: [...joined.flatMap((group) => group.roots), root],
        })
      }
      return groups.map((group) => stateOf(group.roots, answered))
    },
  }

  function divideBy({ chance, state }: PossibleAnswer, variable: number): readonly PossibleAnswer[] {
    return chances(variable).flatMap((share, cell) => {
      if (share.num === 0n) return []
      const roots = state.roots.map((root) => store.restrict(root, { variable, cell }))
      return [{ chance: multiply(chance, share), state: { ...state, roots } }]
    })
  }
}

/** Answers that leave the same open are one. */
function merge(answers: readonly PossibleAnswer[]): readonly PossibleAnswer[] {
  const merged = new Map<string, PossibleAnswer>()
  for (const { chance, state } of answers) {
    const key = state.roots.join()
    const before = merged.get(key)
    merged.set(key, { chance: before === undefined ? chance : add(before.chance, chance), state })
  }
  return [...merged.values()]
}

/** What tells states apart (状态的键). */
export function keyOf({ roots, answered }: QuestionState): string {
  return `${roots.join()}|${[...answered].sort().join()}`
}
