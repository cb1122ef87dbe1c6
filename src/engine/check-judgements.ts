import type { CaseDefinition } from './flow/definition.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refuse.ts'

/** Why these answers to 人工判断 cannot be taken: the matter has no such condition of acceptance. */
export function refuseJudgements(
  { matter }: CaseDefinition,
  judgements: Readonly<Record<string, boolean>> | undefined,
): Refusal | undefined {
  const names = matter.requirements.map(({ name }) => name)
  const unknown = Object.keys(judgements ?? {}).find((name) => !names.includes(name))
  if (unknown === undefined) return undefined
  return refuse('bad-command', `没有受理条件“${unknown}”`, `有：${names.join('、')}`, {
    field: `judgements.${unknown}`,
    names,
  })
}
