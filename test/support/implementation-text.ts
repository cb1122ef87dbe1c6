import { compile } from '../../src/compile/compile.ts'
import type { CompiledWorkspace } from '../../src/compile/compiled.ts'
import type { Matter } from '../../src/model/matter.ts'

/** What the base of {@link baseText} allows the levels below, unless a test says otherwise. */
export const REFINABLE = [
  '承诺时限只减不增',
  '材料只减不增',
  '环节时限只减不增',
  '环节可以合并',
  '渠道可以增加',
  '到现场次数只减不增',
  '收费不得增加',
]

/** A matter that levels below refine: 1＋3＋2＋2 working days, promised in 8. */
export function baseText(refinable: readonly string[] = REFINABLE): readonly string[] {
  return [
    '事项：优待证办理',
    '编码：示例01',
    '事项类型：公共服务',
    '办件类型：承诺件',
    '行使层级：省级',
    '实施主体：省民政厅',
    '到现场次数：2次',
    '统一：名称、编码、依据、法定时限、受理条件',
    ...(refinable.length === 0 ? [] : [`允许细化：${refinable.join('、')}`]),
    '依据：《老年人权益保障法》第一条',
    '申报信息：',
    '  信息：年龄',
    '    类型：数',
    '    单位：周岁',
    '受理条件：',
    '  条件：年满六十周岁',
    '    判断：【年龄】60周岁以上',
    '申请材料：',
    '  材料：身份证',
    '  材料：照片、回执',
    '  材料：户口簿',
    '  任选其一：【身份证】、【户口簿】',
    '办理环节：',
    '  环节：受理',
    '    时限：1个工作日',
    '  环节：审核',
    '    时限：3个工作日',
    '  环节：决定',
    '    时限：2个工作日',
    '  环节：制证送达',
    '    时限：2个工作日',
    '    产出：优待证',
    '补正：一次告知',
    '  环节：审核',
    '  补正时限：5个工作日',
    '法定时限：20个工作日',
    '承诺时限：8个工作日',
    '收费：工本费',
    '  标准：20元',
    '  依据：《收费办法》第二条',
    '渠道：窗口办理',
    '结果：优待证',
  ]
}

/** The lines of an implementation; its authority goes by its name. */
export function implementation(name: string, base: string, lines: readonly string[] = []): readonly string[] {
  return [`实施清单：${name}`, `基于：${base}`, `实施主体：${name}民政部门`, ...lines]
}

/** Compiles blocks of lines as one file. */
export function compileBlocks(...blocks: readonly (readonly string[])[]): CompiledWorkspace {
  const text = ['语言版本：1', ...blocks.flat()].join('\n')
  return compile([{ uri: 'levels.zw', text: `${text}\n` }], { asOf: '2026-11-22' })
}

/** An implementation of the base with these lines, and what is said about it. */
export function refine(lines: readonly string[], refinable?: readonly string[]) {
  const workspace = compileBlocks(baseText(refinable), implementation('优待证办理（某县）', '优待证办理', lines))
  return {
    workspace,
    matter: matterNamed('优待证办理（某县）', workspace),
    found: workspace.diagnostics.map(({ code, message }) => `${code} ${message}`),
  }
}

/** The matter of a name; a test that asks for one that is not there is wrong. */
export function matterNamed(name: string, { matters }: CompiledWorkspace): Matter {
  const compiled = matters.get(name)
  if (compiled === undefined) throw new Error(`there is no ${name}`)
  return compiled.matter
}
