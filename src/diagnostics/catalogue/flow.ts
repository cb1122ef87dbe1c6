import { define } from '../definition.ts'
import { enumerate, quote } from '../wording.ts'

/** ZW60xx, about steps and their order (办理环节). */
export const FLOW = {
  ZW6004: define<{ readonly step: string; readonly problem: 'unreachable' | 'deadEnd' }>({
    severity: 'error',
    title: '环节走不到，或者走不到办结',
    message: ({ step, problem }) => `环节${quote(step)}${problem === 'unreachable' ? '走不到' : '走不到办结'}`,
    label: ({ problem }) => (problem === 'unreachable' ? '没有哪条路通到这里' : '从这里出发到不了办结'),
  }),
  ZW6005: define<{
    readonly choice: string
    /** A case that no branch takes: 【审查结论】为“补充检验”; absent where the branches do not leave one for sure. */
    readonly witness?: string | undefined
  }>({
    severity: 'error',
    title: '分流缺少“否则”',
    message: ({ choice, witness }) =>
      `分流${quote(choice)}缺少“否则：”${witness === undefined ? '，条件都不成立时无处可去' : `，${witness}时无处可去`}`,
    label: () => '没有包括所有情形',
  }),
  ZW6009: define<{ readonly first: string; readonly second: string }>({
    severity: 'error',
    title: '并联的环节又有先后',
    message: ({ first, second }) => `并联的${quote(first)}${quote(second)}之间又有先后（前序）`,
    label: () => '这里要求先后',
    help: () => '同时办理的，删去“前序：”；有先后的，从“并联：”里拿掉',
  }),
  ZW6010: define<{ readonly steps: readonly string[]; readonly between: readonly string[] }>({
    severity: 'error',
    title: '并联的环节没有挨在一起',
    message: ({ steps, between }) =>
      `并联的${steps.map(quote).join('')}中间隔着${between.length === 1 ? '环节' : ''}${between.map(quote).join('')}，先后不清`,
    label: () => '这些环节没有挨在一起',
    help: () => '请把并联的环节写在一起，或者给夹在中间的环节写明“前序：”',
  }),
  ZW6011: define<{ readonly choice: string; readonly target: string }>({
    severity: 'error',
    title: '分流转回了前面',
    message: ({ choice, target }) => `分流${quote(choice)}转到了排在前面的环节${quote(target)}，流程会成环`,
    label: () => '从这里转回了前面',
    help: () => '退回补充材料请用“补正：”；需要再办一次的，请另写一个环节',
  }),
  ZW6012: define<{
    readonly choice: string
    readonly step: string
    /** The step in which the branches probably meet again. */
    readonly merge?: string | undefined
  }>({
    severity: 'error',
    title: '分流的一支没有着落',
    message: ({ choice, step }) =>
      `分流${quote(choice)}中${quote(step)}这一支没有着落：既没有写“产出：”或者“终止：是”，也没有汇入后面的环节`,
    label: () => '办完这一环节就断了',
    help: ({ merge }) =>
      merge === undefined
        ? '到此办结的，写“产出：”或者“终止：是”；还要往下办的，在后面的环节写“前序：”'
        : '到此办结并有结果的，写“产出：”',
  }),
  ZW6013: define<{ readonly step: string }>({
    severity: 'warning',
    title: '最后的环节没有产出',
    message: ({ step }) => `环节${quote(step)}后面没有环节，又没有写“产出：”，办完得不到结果`,
    label: () => '到这里就结束了',
    help: () => '请写明这一环节产出哪个“结果：”；不予办理的，写“终止：是”',
  }),
  ZW6020: define<{ readonly output: string; readonly steps?: readonly string[] | undefined }>({
    severity: 'warning',
    title: '结果没有环节产出',
    message: ({ output }) => `结果${quote(output)}没有哪个环节“产出”`,
    label: () => '没有环节产出它',
    help: ({ steps }) =>
      steps === undefined || steps.length === 0
        ? undefined
        : `请在最后的环节（${enumerate(steps)}）下面写${quote('产出：……')}`,
  }),
  ZW6022: define<{ readonly step: string }>({
    severity: 'error',
    title: '环节写进了两个并联',
    message: ({ step }) => `环节${quote(step)}写进了两个“并联：”`,
    label: () => '这一行没有采用',
    help: () => '同时办理的环节请写在同一行“并联：”里',
  }),
}
