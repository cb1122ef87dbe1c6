import { compile } from '../../src/compile/compile.ts'

/** A matter with one step that yields one result. */
export function matter(name: string, materials: readonly string[], output: string): string {
  return [
    `事项：${name}`,
    '事项类型：公共服务',
    '申请材料：',
    ...materials.map((line) => `  ${line}`),
    '办理环节：',
    '  环节：受理',
    '    时限：1个工作日',
    '  环节：上门核实',
    '    时限：1个工作日',
    '  环节：决定',
    '    时限：1个工作日',
    `    产出：${output}`,
    '法定时限：10个工作日',
    '承诺时限：3个工作日',
    `结果：${output}`,
  ].join('\n')
}

export const matters = [
  matter('出生医学证明签发', ['材料：母亲身份证件', '  形式：电子证照', '材料：登记表'], '出生医学证明'),
  matter(
    '出生户口登记',
    ['材料：出生医学证明', '材料：父母身份证件', '  形式：电子件', '材料：户口登记申请表'],
    '居民户口簿',
  ),
  matter('社会保障卡申领', ['材料：居民户口簿', '材料：申领表'], '社会保障卡'),
]

export const COMPONENTS = [
  '  子项：出生医学证明签发',
  '  子项：出生户口登记',
  '    前序：出生医学证明签发',
  '  子项：社会保障卡申领',
  '    前序：出生户口登记',
]

export function birth(lines: readonly string[], components = COMPONENTS): string {
  return ['语言版本：1', ...matters, '一件事：新生儿出生', '包含事项：', ...components, ...lines, ''].join('\n')
}

export function check(text: string) {
  const { diagnostics, bundles } = compile([{ uri: 'a.zw', text }], { asOf: '2026-11-22' })
  return {
    bundle: bundles.get('新生儿出生')?.bundle,
    diagnostics,
    found: diagnostics.map(({ code, message }) => `${code} ${message}`),
  }
}
