import { compile } from '../../src/compile/compile.ts'
import type { CompiledMatter } from '../../src/compile/compiled.ts'
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts'
import type { Matter } from '../../src/model/matter.ts'

/** The parts of a small matter; each is what stands under (or as) its lines. */
export interface MatterParts {
  readonly properties: readonly string[]
  readonly facts: readonly string[]
  readonly situations: readonly string[]
  readonly requirements: readonly string[]
  readonly materials: readonly string[]
  readonly steps: readonly string[]
  readonly procedures: readonly string[]
  readonly limits: readonly string[]
  readonly targets: readonly string[]
  readonly outputs: readonly string[]
}

/** A licence that gives no finding: two steps of three working days together, and a promise of three. */
const PLAIN: MatterParts = {
  properties: ['事项类型：行政许可', '办件类型：承诺件', '依据：《城市道路管理条例》第三十一条'],
  facts: [],
  situations: [],
  requirements: [],
  materials: [],
  steps: ['环节：受理', '  时限：1个工作日', '环节：审查决定', '  时限：2个工作日', '  产出：占道施工许可证'],
  procedures: [],
  limits: ['法定时限：20个工作日', '承诺时限：3个工作日'],
  targets: [],
  outputs: ['结果：占道施工许可证'],
}

/** The text of a small matter, with some of its parts as a test wants them. */
export function matterText(parts: Partial<MatterParts> = {}, name = '占道施工许可'): string {
  const { properties, facts, situations, requirements, materials, steps, procedures, limits, targets, outputs } = {
    ...PLAIN,
    ...parts,
  }
  const section = (keyword: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${keyword}：`, ...lines.map((line) => `  ${line}`)]
  return [
    '语言版本：1',
    '',
    `事项：${name}`,
    ...properties,
    ...section('申报信息', facts),
    ...situations,
    ...section('受理条件', requirements),
    ...section('申请材料', materials),
    ...section('办理环节', steps),
    ...procedures,
    ...limits,
    ...section('目标', targets),
    ...outputs,
    '',
  ].join('\n')
}

/** What is found in a text. */
export function findingsIn(text: string, asOf?: string): readonly Diagnostic[] {
  return compile([{ uri: 'test.zw', text }], { asOf }).diagnostics
}

/** The codes of what is found in a text, in its order. */
export function codesIn(text: string, asOf?: string): readonly string[] {
  return findingsIn(text, asOf).map(({ code }) => code)
}

/** The only matter of a text, compiled. */
export function compileOne(text: string, asOf?: string): CompiledMatter {
  const [compiled] = compile([{ uri: 'test.zw', text }], { asOf }).matters.values()
  if (compiled === undefined) throw new Error('the text holds no matter')
  return compiled
}

/** The only matter of a text as a model. */
export function modelOf(parts: Partial<MatterParts> = {}): Matter {
  return compileOne(matterText(parts)).matter
}

/** The words on which the first label of a finding stands. */
export function markedText(text: string, { labels }: Diagnostic): string {
  const { start, end } = labels[0].origin.span
  return text.slice(start, end)
}

/** The text with a fix applied. */
export function applyFix(text: string, { edits }: Fix): string {
  return edits
    .toSorted((a, b) => b.origin.span.start - a.origin.span.start)
    .reduce((result, edit) => {
      const { start, end } = edit.origin.span
      return result.slice(0, start) + edit.text + result.slice(end)
    }, text)
}
