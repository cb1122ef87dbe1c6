import { define } from '../definition.ts'
import { enumerate, quote } from '../wording.ts'

/** ZW61xx: 优化措施 and what stands against them. */
export const MEASURES = {
  ZW6101: define<{ readonly measure: string; readonly kind: string; readonly keyword: string; readonly need: string }>({
    severity: 'error',
    title: '优化措施少写了一项',
    message: ({ measure, kind, need }) => `优化措施${quote(measure)}是${quote(kind)}，${need}`,
    label: ({ keyword }) => `${quote(`${keyword}：`)}没有写够`,
    help: () => '写够了才能算出采取以后要办多久',
  }),
  ZW6102: define<{ readonly measure: string; readonly kind: string; readonly keyword: string }>({
    severity: 'warning',
    title: '这一类优化措施用不到这一行',
    message: ({ measure, kind, keyword }) =>
      `优化措施${quote(measure)}是${quote(kind)}，用不到${quote(`${keyword}：`)}，这一行不起作用`,
    label: () => '这一行不起作用',
    help: ({ keyword, kind }) => `请核对类型是不是${quote(kind)}；是的，删去${quote(`${keyword}：`)}`,
  }),
  ZW6103: define<{
    readonly measure: string
    readonly unit: string
    readonly other: string
    readonly otherUnit: string
  }>({
    severity: 'error',
    title: '成本的单位不一样',
    message: ({ measure, unit, other, otherUnit }) =>
      `优化措施${quote(measure)}的成本按${quote(unit)}计，${quote(other)}按${quote(otherUnit)}计，加不到一起`,
    label: () => '单位与前面的不一样',
    help: () => '同一个事项的优化措施，成本请用同一个单位',
  }),
  ZW6104: define<{ readonly measures: readonly string[]; readonly because: 'loop' | 'excluded' }>({
    severity: 'error',
    title: '优化措施互相矛盾',
    message: ({ measures, because }) =>
      because === 'loop'
        ? `前提措施绕成了圈：${measures.map(quote).join('→')}`
        : `优化措施${quote(measures[0] ?? '')}以${quote(measures[1] ?? '')}为前提，又与它互斥，永远采取不了`,
    label: ({ because }) => (because === 'loop' ? '从这里又绕了回来' : '一边要它，一边不要它'),
    help: ({ because }) =>
      because === 'loop' ? '要一起采取的，合写成一条措施；有先后的，只在后采取的那条写“前提措施：”' : '请删去其中一行',
  }),
  ZW6105: define<{ readonly measure: string; readonly kind: string; readonly what: readonly string[] }>({
    severity: 'warning',
    title: '法定的环节、材料或者次序不能动',
    message: ({ measure, kind, what }) =>
      `优化措施${quote(measure)}（${kind}）要动的${what.map(quote).join('')}是法定的，压减方案不会采用`,
    label: () => '法定的不能动',
    help: () => '请核对依据：不是法律、法规要求的，删去“法定：是”或者“法定前序：”；是的，删去这条措施',
  }),
  ZW6106: define<{ readonly measure: string; readonly kind: string; readonly steps: readonly string[] }>({
    severity: 'warning',
    title: '这个环节少不了',
    message: ({ measure, kind, steps }) =>
      `优化措施${quote(measure)}（${kind}）要动的环节${steps.map(quote).join('')}少不了，压减方案不会采用`,
    label: ({ steps }) => `${enumerate(steps)}不能这样动`,
    help: () =>
      '产出结果、采集信息、终止办理的环节，唯一的受理或者决定环节，有补正、特别程序的环节，都不能取消或者挪走；请改为合并环节或者提速',
  }),
  ZW6107: define<{ readonly measure: string; readonly step: string; readonly after: string; readonly now: string }>({
    severity: 'warning',
    title: '优化措施没有缩短时间',
    message: ({ measure, step, after, now }) => `采取优化措施${quote(measure)}以后${step}要${after}，现在就是${now}`,
    label: () => '没有比现在短',
    help: () => '请核对“时限：”；不缩短时间的措施不必写',
  }),
}
