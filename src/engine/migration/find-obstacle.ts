import type { Refusal } from '../refusal.ts'
import { listed, refuse } from '../refuse.ts'
import { findFloating, formerName } from './counterpart.ts'
import { findOrphans, type MatchFault, type Move, type NodeFate } from './match-nodes.ts'

const HELP: { readonly [K in MatchFault['kind']]: string } = {
  'running-without-counterpart': '办完这个环节再改；改了名称的，说明新旧名称的对应',
  'inserted-before-running': '新版要求先办它；退回到它之前，或者办完正在办的环节再改',
  'order-changed': '新版把次序倒过来了，本办件仍按原来的版本办完',
  'branch-gone': '新版没有了这个办件走的那一支，本办件仍按原来的版本办完',
}

const WORDS: { readonly [K in MatchFault['kind']]: string } = {
  'running-without-counterpart': '正在办，新版里没有',
  'inserted-before-running': '是新版增加的，排在正在办的环节前面',
  'order-changed': '还没有办完，新版里排在它后面的环节已经开始',
  'branch-gone': '走的那一支新版里没有',
}

/** What keeps a case from going on under another version (不能改版的障碍): the first kind there is, with all names it is about. */
export function findObstacle(move: Move, fates: readonly NodeFate[]): Refusal | undefined {
  const { state } = move
  if (state.status === 'ended') return refuse('ended', '办件已经结束', '已经结束的办件不改版')
  const faults = [...findOrphans(move), ...fates.flatMap((fate) => (fate.kind === 'fault' ? [fate.fault] : []))]
  const [first] = faults
  if (first !== undefined) {
    const names = faults.filter(({ kind }) => kind === first.kind).map(({ name }) => name)
    return cannotMigrate(`${listed(names)}${WORDS[first.kind]}`, HELP[first.kind], names)
  }
  return (
    obstacle(openProcedures(move), '特别程序', '等它结束再改') ??
    obstacle(openSupplement(move), '补正', '等补正了结再改') ??
    obstacle(waitingSteps(move), '等外部服务答复的环节', '等答复来了再改')
  )
}

function cannotMigrate(message: string, help: string, names: readonly string[]): Refusal {
  return refuse('cannot-migrate', message, help, { names })
}

function obstacle(names: readonly string[], what: string, help: string): Refusal | undefined {
  return names.length === 0 ? undefined : cannotMigrate(`新版里没有正在进行的${what}${listed(names)}`, help, names)
}

/** Floating procedures that go on and that the new version does not have. */
function openProcedures({ state, old, definition, renamed }: Move): readonly string[] {
  const taken = new Set(definition.floating.map(({ name }) => findFloating({ old, renamed }, name)))
  return old.floating.flatMap(({ name }, place) =>
    (state.floatingFrom[place] ?? 0) > 0 && (state.floatingTo[place] ?? 0) === 0 && !taken.has(place) ? [name] : [],
  )
}

function openSupplement({ state: { supplement }, definition }: Move): readonly string[] {
  if (supplement === undefined) return []
  return definition.matter.supplements.some(({ name }) => name === supplement.name) ? [] : [supplement.name]
}

/** Requests name the step that waits, so it must bear the same name. */
function waitingSteps({ state: { services }, definition, renamed }: Move): readonly string[] {
  const named = (step: string) => definition.nodeOf.has(step) && formerName(step, renamed) === step
  return services.flatMap(({ step }) => (step === undefined || named(step) ? [] : [step]))
}
