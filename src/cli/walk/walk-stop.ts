import { NODE } from '../../engine/case-state.ts'
import { enabled } from '../../engine/enabled/enabled.ts'
import type { EnabledCommand } from '../../engine/enabled/enabled-command.ts'
import { awaitedFacts } from '../../engine/flow/awaited-facts.ts'
import { refusalWords } from './refusal-words.ts'
import { nextThing, staffOfMatter } from './walk-forward.ts'
import { give, type WalkSession } from './walk-session.ts'

/** Why a case does not go on by itself (停在哪里、等什么): undefined where it has ended, or could go on. */
export function whyItStops(session: WalkSession): string | undefined {
  const { definition, state } = session
  if (!('status' in state)) return '还没有提交，请先写“提交”'
  if (state.status === 'ended') return '办件已经结束'
  const next = nextThing(session)
  if (next !== undefined) {
    const given = give(session, next.command, next.by)
    return 'refused' in given ? refusalWords(given.refused) : undefined
  }
  if (state.supplement !== undefined) return `等申请人补正：${state.supplement.missing.join('、')}`
  const waits = enabled(definition, state).flatMap((choice) => (ONWARD.has(choice.command) ? waitOf(choice) : []))
  const blocked = definition.nodes.flatMap(({ name }, id) => (state.nodes[id] === NODE.blocked ? [`“${name}”`] : []))
  const awaited = [...awaitedFacts(definition, state)]
  if (blocked.length > 0 && awaited.length > 0) waits.push(`${blocked.join('、')}等着填写${awaited.join('、')}`)
  if (waits.length > 0) return [...new Set(waits)].join('；')
  const refused = give(session, { kind: 'accept' }, staffOfMatter(definition))
  return state.status === 'received' && 'refused' in refused ? refusalWords(refused.refused) : '没有可以办的环节'
}

const ONWARD = new Set<EnabledCommand['command']>(['accept', 'completeStep'])

function waitOf({ step, facts = [], waitsFor }: EnabledCommand): readonly string[] {
  const wanted = [...facts, ...(waitsFor?.facts ?? [])]
  const parts = [
    ...(wanted.length > 0 ? [`填写${wanted.join('、')}`] : []),
    ...(waitsFor?.materials?.length ? [`材料${waitsFor.materials.join('、')}`] : []),
    ...(waitsFor?.services?.length ? [`${waitsFor.services.join('、')}的答复`] : []),
    ...(waitsFor?.procedures?.length ? [`${waitsFor.procedures.join('、')}结束`] : []),
  ]
  return step === undefined || parts.length === 0 ? [] : [`“${step}”等着${parts.join('，')}`]
}
