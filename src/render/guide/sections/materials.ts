import { printDuration } from '../../../calendar/duration.ts'
import type { Material, MaterialChoice } from '../../../model/application.ts'
import { DOCUMENT_FORMS, MATERIAL_SOURCES } from '../../../model/terms.ts'
import { annotationDetails, detail, originDetails } from '../details.ts'
import type { GuideBlock, GuideEntry, GuideSection, GuideTone } from '../guide-content.ts'
import type { GuideScope } from '../guide-rendering.ts'

/** 要带什么: what everybody brings, what only some bring, what may come later, what nobody has to bring. */
export function materialsSection(scope: GuideScope): GuideSection {
  const { materials, materialChoices } = scope.matter
  const chosenFrom = new Set(materialChoices.flatMap((choice) => choice.materials))
  const single = materials.filter(({ name }) => !chosenFrom.has(name))
  const of = (wanted: (material: Material) => boolean) =>
    single.filter(wanted).map((material) => materialEntry(material, scope))
  const isAsked = ({ necessity }: Material) => necessity !== 'waived' && necessity !== 'optional'
  const choices = materialChoices.map((choice) => choiceEntry(choice, scope))
  const always = [
    ...of((material) => isAsked(material) && material.when === undefined),
    ...choices.filter(({ when }) => when === undefined),
  ]
  const sometimes = [
    ...of((material) => isAsked(material) && material.when !== undefined),
    ...choices.filter(({ when }) => when !== undefined),
  ]
  const groups: readonly (readonly [title: string, entries: readonly GuideEntry[], hint?: string])[] = [
    ['都要带', always],
    ['有这些情形的才要带', sometimes, '看“仅限”后面写的是不是您的情况；不是就不用带。'],
    ['愿意交的再交', of(({ necessity }) => necessity === 'optional'), '不交也能办。'],
    ['不用带', of(({ necessity }) => necessity === 'waived'), '由部门自己查，列在这里让您放心。'],
  ]
  const blocks = groups.flatMap(([title, entries, hint]): readonly GuideBlock[] => {
    if (entries.length === 0) return []
    const marks = title === '不用带' ? 'none' : 'box'
    return [
      { kind: 'entries', title: `${title}（${entries.length}）`, marks, entries, ...(hint !== undefined && { hint }) },
    ]
  })
  return {
    id: 'materials',
    title: '要带什么',
    blocks: blocks.length > 0 ? blocks : [{ kind: 'text', tone: 'lead', text: '不用带材料。' }],
  }
}

/** How the applicant stands to a document. */
function materialTag({ necessity }: Material): { readonly word: string; readonly tone: GuideTone } | undefined {
  switch (necessity) {
    case 'required':
      return { word: '必带', tone: 'must' }
    case 'deferrable':
      return { word: '可以后补', tone: 'maybe' }
    case 'optional':
      return { word: '自愿', tone: 'maybe' }
    case 'waived':
      return { word: '免提交', tone: 'free' }
    default:
      return undefined
  }
}

/** One document with all that is said of it. */
export function materialEntry(material: Material, { rendering, explain }: GuideScope): GuideEntry {
  const { name, code, forms, copies, source, deferral, mandatory, when, standard, sample } = material
  const many = copies === undefined ? '' : `${copies}份`
  return {
    name,
    tag: materialTag(material),
    when: explain(when),
    details: [
      ...detail(
        '怎么交',
        [forms.map((form) => DOCUMENT_FORMS[form]).join('或者'), many].filter((word) => word !== '').join('，'),
      ),
      ...detail('从哪里来', source && SOURCES[source]),
      ...detail('最晚补交', deferral && `${printDuration(deferral)}内`),
      ...detail('要求', standard),
      ...detail('样本', sample),
      ...detail('材料编码', code),
      ...(mandatory === true ? detail('', '法律规定要交。') : []),
      ...originDetails('哪个事项要', name, rendering.made?.bundled.materials),
      ...annotationDetails(material),
    ],
  }
}

const SOURCES = {
  ...MATERIAL_SOURCES,
  applicant: '您自己准备',
  authority: '政府部门发给您的',
  dataSharing: '部门之间共享',
} as const

function choiceEntry({ name, atLeast, materials, when, ...rest }: MaterialChoice, scope: GuideScope): GuideEntry {
  const byName = new Map(scope.matter.materials.map((material) => [material.name, material]))
  const inner = materials.map((each): GuideEntry => {
    const material = byName.get(each)
    if (material === undefined) return { name: each, details: [] }
    const entry = materialEntry(material, scope)
    // None of them has to be there: only the choice has.
    return material.necessity === 'required' ? { ...entry, tag: undefined } : entry
  })
  const count = atLeast === 1 ? '任选一种' : `任选${atLeast}种`
  return {
    name: name ?? '下面几种材料',
    tag: { word: count, tone: 'must' },
    when: scope.explain(when),
    details: annotationDetails(rest),
    inner,
  }
}
