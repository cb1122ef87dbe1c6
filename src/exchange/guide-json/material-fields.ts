import { printDuration } from '../../calendar/duration.ts'
import type { Material } from '../../model/application.ts'
import type { Matter } from '../../model/matter.ts'
import { printLegalSource } from '../../model/print-legal-source.ts'
import { DOCUMENT_FORMS, MATERIAL_SOURCES, NECESSITIES } from '../../model/terms.ts'
import { NECESSITY_CODES, SOURCE_CODES } from './codes.ts'
import { type CodedField, codedField, field, textOf } from './field.ts'
import type { GuideWords } from './guide-words.ts'

/** The materials with the fields of the standard and of the national 实施清单 (材料的数据项). */
export function materialFields({ materials, materialChoices }: Matter, words: GuideWords) {
  return materials.map((material, index) => {
    const { name, code, forms, copies, source, necessity, when, standard, sample, deferral, sources, notes } = material
    const choices = materialChoices.filter((choice) => choice.materials.includes(name))
    return {
      orderNumber: field('序号', 'order_num', index + 1),
      name: field('材料名称', 'material_name', name),
      code: field('材料编码', null, code),
      kind: { ...field<string>('材料类型', 'material_type', null), code: null },
      originals: field('原件份数', null, wholeCopies(material, 'original')),
      photocopies: field('复印件份数', null, wholeCopies(material, 'copy')),
      copies: field('份数', 'page_num', copies),
      necessary: field('是否必备', null, NECESSARY[necessity ?? 'unknown']),
      necessity: codedField('必要性', 'is_need', necessity, NECESSITIES, NECESSITY_CODES),
      source: codedField('材料来源', 'source_type', source, MATERIAL_SOURCES, SOURCE_CODES),
      format: formatField(forms),
      issuer: field<string>('出具机构', null, null),
      issuingTime: field<string>('出具时间要求', null, null),
      standard: field('受理标准', 'accept_stand', standard),
      sample: field('材料样本', null, sample),
      blank: field<string>('空白表格', null, null),
      instructions: field(
        '办理说明',
        'fill_explain',
        textOf([...(when === undefined ? [] : [`仅限：${words.say(when)}`]), ...notes]),
      ),
      basis: field('依据', 'by_law', textOf(sources.map(printLegalSource))),
      extension: {
        forms: forms.map((form) => DOCUMENT_FORMS[form]),
        when: when === undefined ? null : words.say(when),
        deferral: deferral === undefined ? null : printDuration(deferral),
        mandatory: material.mandatory === true,
        /** 任选: of the named materials so many are enough. */
        choices: choices.map((choice) => ({
          name: choice.name ?? null,
          atLeast: choice.atLeast,
          materials: choice.materials,
          when: choice.when === undefined ? null : words.say(choice.when),
        })),
      },
    }
  })
}

/** 1 必备, 0 不必备. What is 免提交 is needed but not handed in, which the flag cannot say. */
const NECESSARY = { required: '1', deferrable: '1', optional: '0', waived: null, unknown: null } as const

/** Copies of one kind, where the material is asked for in that form only: 原件、复印件，1份 does not say of which. Unit: 份, at most two digits. */
function wholeCopies({ forms, copies }: Material, form: 'original' | 'copy'): number | null {
  const isOnly = forms.includes(form) && !forms.includes(form === 'original' ? 'copy' : 'original')
  return isOnly && copies !== undefined && /^\d{1,2}$/.test(copies) ? Number(copies) : null
}

const PAPER = new Set(['original', 'copy', 'paper', 'paperCertificate'])

/** 材料形式: 1 纸质, 2 电子化, 3 纸质和电子化. */
function formatField(forms: Material['forms']): CodedField {
  const paper = forms.some((form) => PAPER.has(form))
  const electronic = forms.some((form) => !PAPER.has(form))
  const [code, value] = paper
    ? electronic
      ? ['3', '纸质和电子化']
      : ['1', '纸质']
    : electronic
      ? ['2', '电子化']
      : [null, null]
  return { name: '材料形式', field: 'material_format', value: value ?? null, code: code ?? null }
}
