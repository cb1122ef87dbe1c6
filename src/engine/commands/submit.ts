import { failure, type Result, success } from '../../base/result.ts'
import { printCivilDate } from '../../calendar/civil-date.ts'
import { civilDayAt } from '../../calendar/instant.ts'
import { CHANNELS } from '../../model/terms.ts'
import type { CaseWork } from '../case-work.ts'
import { nextEvent } from '../case-work.ts'
import { isApplicantsFact, refuseFacts } from '../check-facts.ts'
import { refuseMaterials } from '../check-materials.ts'
import type { CommandOf } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { evolve } from '../evolve.ts'
import type { CaseDefinition } from '../flow/definition.ts'
import type { Handler } from '../handler.ts'
import type { NewCase } from '../new-case.ts'
import { refuseOthersThanStaffOf } from '../permissions.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refuse.ts'
import { refuseId } from '../refuse-id.ts'
import { requestSharedMaterials } from '../shared-materials.ts'

/** 提交 of a case that is there already. */
export const submit: Handler<'submit'> = () =>
  refuse('case-exists', '办件已经提交过', '补充信息和材料请用相应的命令，新的申请请用新的办件编号')

/** 提交: begins a case, and asks at once for the documents that other offices have. */
export function openCase(
  definition: CaseDefinition,
  { caseId, version }: NewCase,
  command: CommandOf<'submit'>,
  context: CommandContext,
): Result<CaseWork, Refusal> {
  const applicant = applicantOf(command, context)
  if (!applicant.ok) return applicant
  const { facts, materials, channel, handling } = command
  const refused =
    refuseId(caseId, 'caseId') ??
    refuseId(applicant.value, 'applicant') ??
    refuseOutOfForce(definition, context) ??
    refuseChannel(definition, command) ??
    refuseHandling(command) ??
    refuseFacts(definition, facts, (fact) => isApplicantsFact(definition, fact)) ??
    refuseMaterials(definition, materials)
  if (refused !== undefined) return failure(refused)
  const event = nextEvent(
    { caseId, version },
    {
      kind: 'submitted',
      caseId,
      definition: definition.hash,
      matter: definition.matter.name,
      nodeCount: definition.nodes.length,
      floatingCount: definition.floating.length,
      applicant: applicant.value,
      ...(facts !== undefined && { facts }),
      ...(materials !== undefined && { materials }),
      ...(channel !== undefined && { channel }),
      ...(handling !== undefined && { handling }),
    },
    context,
  )
  const work: CaseWork = { definition, context, events: [event], state: evolve({ caseId, version }, event) }
  // Whose window it is follows from what was submitted, so it can be asked only now.
  const stranger =
    context.by.kind === 'staff' ? refuseOthersThanStaffOf(work, definition.byStage.acceptance) : undefined
  if (stranger !== undefined) return failure(stranger)
  requestSharedMaterials(work, undefined)
  return success(work)
}

function applicantOf({ applicant }: CommandOf<'submit'>, { by }: CommandContext): Result<string, Refusal> {
  if (by.kind === 'applicant') {
    return applicant === undefined || applicant === by.id
      ? success(by.id)
      : failure(refuse('not-applicant', '只能为自己申请', '替别人申请的，请到窗口办理', { field: 'applicant' }))
  }
  if (by.kind === 'system') return failure(refuse('wrong-role', '申请由申请人提交', '请由申请人或者窗口人员提交'))
  return applicant === undefined
    ? failure(refuse('bad-command', '没有写为谁申请', '请写明申请人的标识', { field: 'applicant' }))
    : success(applicant)
}

function refuseOutOfForce({ matter }: CaseDefinition, { at }: CommandContext): Refusal | undefined {
  const { name, effectiveFrom, effectiveTo } = matter
  const today = printCivilDate(civilDayAt(at))
  if (effectiveFrom !== undefined && today < effectiveFrom) {
    return refuse('not-in-force', `事项“${name}”自${effectiveFrom}起施行`, '施行以后再申请')
  }
  if (effectiveTo !== undefined && today > effectiveTo) {
    return refuse('not-in-force', `事项“${name}”已于${effectiveTo}失效`, '请改用现行的事项')
  }
  return undefined
}

function refuseHandling({ handling }: CommandOf<'submit'>): Refusal | undefined {
  if (handling === undefined || (handling.receivingOrgan !== '' && handling.decidingOrgan !== '')) return undefined
  return refuse('bad-command', '收件、办理机构没有写全', '两个机构都要写', { field: 'handling' })
}

function refuseChannel({ matter }: CaseDefinition, { channel }: CommandOf<'submit'>): Refusal | undefined {
  if (channel === undefined || matter.channels.length === 0 || matter.channels.includes(channel)) return undefined
  const names = matter.channels.map((each) => CHANNELS[each])
  return refuse('bad-command', `事项没有开通${CHANNELS[channel]}`, `可以：${names.join('、')}`, {
    field: 'channel',
    names,
  })
}
