import { casesToJson } from '../analysis/cases/cases-json.ts'
import type { MatterCases } from '../analysis/cases/matter-cases.ts'
import { writeCsv } from './csv.ts'

const HEADS = [
  '事项',
  '编码',
  '序号',
  '情形',
  '办理环节',
  '环节数',
  '申请材料',
  '材料数',
  '关键路径',
  '关键路径（工作日）',
  '分项之和（工作日）',
  '法定时限（工作日）',
  '承诺时限（工作日）',
  '压减比例（%）',
  '是否达标',
  '没有计入的原因',
]

/** The check lists as CSV that Excel opens as it should (核对表): one line a case; what is not listed has a line that says so. */
export function writeCasesCsv(lists: readonly MatterCases[], digits = 1): string {
  const json = casesToJson(lists, digits)
  const rows = json.flatMap(({ name, code, rows: cases, count, exact, listed }) => {
    const left = BigInt(count) - BigInt(listed)
    return [
      ...cases.map((each, index) => [
        name,
        code ?? '',
        String(index + 1),
        each.situation,
        each.steps.join('、'),
        String(each.steps.length),
        each.materials.map(describeMaterial).join('、'),
        String(countMaterials(each.materials)),
        each.criticalPath?.steps.join('→') ?? '',
        each.criticalPath?.workdays ?? '',
        each.serial.workdays,
        each.statutory?.workdays ?? '',
        each.promised?.workdays ?? '',
        each.cut?.percent ?? '',
        each.met === null ? '' : each.met ? '是' : '否',
        each.excluded ?? '',
      ]),
      ...(left > 0n ? [[name, code ?? '', '', `其余${exact ? '' : '至少'}${left}类未列`]] : []),
    ]
  })
  return writeCsv([HEADS, ...rows.map((row) => HEADS.map((_, column) => row[column] ?? ''))])
}

interface ListedMaterial {
  readonly name: string
  readonly count: number
  readonly choices: readonly string[]
}

/** 身份证明, or 身份证或护照（任选1项） where there is a choice (材料的说法). */
export function describeMaterial({ name, count, choices }: ListedMaterial): string {
  return choices.length === 0 ? name : `${name}（任选${count}项）`
}

/** How many documents these are (材料数): of a choice as many as must be chosen. */
export function countMaterials(materials: readonly ListedMaterial[]): number {
  return materials.reduce((sum, { count }) => sum + count, 0)
}
