import { define } from '../definition.ts'
import { quote } from '../wording.ts'

/** ZW70xx: what a lawful and complete guide needs (依据和一致). */
export const LAW = {
  ZW7001: define<{ readonly requirement: string }>({
    severity: 'warning',
    title: '受理条件没有判断办法',
    message: ({ requirement }) => `条件${quote(requirement)}既没有“判断：”也没有“人工判断：”`,
    label: () => '怎样算符合，没有写',
    help: () => '能由信息判断的写“判断：”，要由人看的写“人工判断：”',
  }),
  ZW7002: define<{ readonly kind: string; readonly name: string }>({
    severity: 'warning',
    title: '没有依据',
    message: ({ kind, name }) => `${kind}${quote(name)}没有“依据：”`,
    label: () => '没有写依据',
  }),
  ZW7005: define<{ readonly requirement: string; readonly material: string }>({
    severity: 'warning',
    title: '条件要求的材料没有列出',
    message: ({ requirement, material }) => `条件${quote(requirement)}要求${quote(material)}，申请材料里没有`,
    label: ({ material }) => `申请材料里没有${quote(material)}`,
  }),
  ZW7009: define<{
    readonly name: string
    /** The lines that say it apart: 形式：原件, 份数：1份. */
    readonly lines: readonly string[]
  }>({
    severity: 'warning',
    title: '材料名称里写着份数',
    message: ({ name }) => `材料名称${quote(name)}里写着份数`,
    label: ({ lines }) => `${lines.map(quote).join('、')}应在下面另写`,
    help: () => '名称只写是什么材料，形式和份数另写一行，才能核对和统计',
  }),
}
