import { printCanonicalJson } from '../base/canonical-json.ts'
import { failure, type Result, success } from '../base/result.ts'
import type { CommandEnvelope } from '../engine/command-envelope.ts'
import { decide } from '../engine/decide.ts'
import { firstLink } from '../engine/history/seal-events.ts'
import { newCase } from '../engine/new-case.ts'
import type { Refusal } from '../engine/refusal.ts'
import { listed, refuse } from '../engine/refuse.ts'
import { hashText } from '../graph/hash-text.ts'
import { type Answer, refused, stale } from './answer.ts'
import { appendEvents, type Growing, type RequestKey } from './append-events.ts'
import type { CaseHost } from './case-host.ts'
import { contextFor } from './context-for.ts'
import { loadCase, unknownCase } from './load-case.ts'
import { pause } from './pause.ts'
import { repeatAnswer } from './repeat-answer.ts'

/** How often a command is judged anew because somebody else was quicker. */
const MOST_ATTEMPTS = 20

/**
 * Carries out one command: loads the case, decides, appends. Where another process was quicker it looks again and judges
 * anew, unless the sender named the version it has seen.
 */
export async function handleCommand(host: CaseHost, envelope: CommandEnvelope): Promise<Answer> {
  const key = keyOf(envelope)
  for (let attempt = 1; ; attempt++) {
    const growing = await openCase(host, envelope)
    // Asked after the case was loaded: what another process carries out in between must not refuse its own repetition.
    const repeated = key === undefined ? undefined : await repeatAnswer(host, key)
    if (repeated !== undefined) return repeated
    if (!growing.ok) return refused(growing.error, envelope.caseId === undefined ? {} : { caseId: envelope.caseId })
    const { caseId, state, end, definition } = growing.value
    const { expectedVersion, command, by } = envelope
    const known = { caseId, version: end.version }
    if (expectedVersion !== undefined && expectedVersion !== end.version) return stale(known)
    const context = contextFor(host, by, host.now(), state?.lastAt)
    const decided = decide(definition, state ?? newCase(caseId), command, context)
    if (decided.refused !== undefined) return refused(decided.refused, known)
    const appended = await appendEvents(host, growing.value, decided, context.at, key)
    if (appended.kind === 'appended') {
      const { events, state: after } = decided
      return { kind: 'done', caseId, version: after.version, events, state: after, repeated: false }
    }
    if (attempt === MOST_ATTEMPTS) return stale(known)
    if (appended.kind === 'conflict') await pause(attempt)
  }
}

/** The case that a command is for, or a new one for a submit. */
async function openCase(host: CaseHost, envelope: CommandEnvelope): Promise<Result<Growing, Refusal>> {
  const { caseId, command, matter } = envelope
  const loaded = caseId === undefined ? undefined : await loadCase(host, caseId)
  if (loaded?.ok === false) return loaded
  if (loaded !== undefined) {
    const isOther = matter !== undefined && matter !== loaded.value.state.matter && command.kind !== 'submit'
    return isOther ? failure(refuseOtherMatter()) : success({ caseId: caseId ?? '', ...loaded.value })
  }
  if (command.kind !== 'submit') return failure(unknownCase())
  if (matter === undefined) {
    return failure(refuse('bad-command', '没有写申请办理什么事项', '请写上事项名称', { field: 'matter' }))
  }
  const definition = host.shelf.inForce(matter, host.now())
  if (definition === undefined) return failure(refuseUnknownMatter(host.shelf.namesInForce(host.now())))
  const id = caseId ?? host.newId()
  return success({ caseId: id, end: { version: 0, hash: firstLink(id) }, definition })
}

function refuseUnknownMatter(names: readonly string[]): Refusal {
  const help = names.length === 0 ? '请核对各事项的施行日期' : `请核对事项名称，有：${listed(names)}`
  return refuse('unknown-matter', '没有这个正在施行的事项', help, { field: 'matter', names })
}

function refuseOtherMatter(): Refusal {
  const help = '请核对办件编号和事项名称；提交以后可以不写事项名称'
  return refuse('bad-command', '这个办件办的不是这个事项', help, { field: 'matter' })
}

/** Keys are each sender's own, so that nobody meets another's answer. */
function keyOf({ caseId, matter, by, command, idempotencyKey }: CommandEnvelope): RequestKey | undefined {
  if (idempotencyKey === undefined) return undefined
  const sender = `${by.kind}:${by.id}`
  return {
    idempotencyKey: `${sender}:${idempotencyKey}`,
    fingerprint: hashText(printCanonicalJson({ caseId, matter, sender, command })),
  }
}
