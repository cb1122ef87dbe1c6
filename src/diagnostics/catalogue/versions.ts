import { define } from '../definition.ts'

/** ZW80xx: dates of validity (版本和日期). Dates as people write them: 2024年7月1日. */
export const VERSIONS = {
  ZW8001: define<{ readonly what: string; readonly from: string; readonly to: string }>({
    severity: 'error',
    title: '时间线有空档',
    message: ({ what, from, to }) => `${what}的时间线有空档：${from}至${to}没有有效规定`,
    label: () => '到这里为止，后面接不上',
  }),
  ZW8002: define<{ readonly title: string; readonly to: string; readonly since?: string | undefined }>({
    severity: 'error',
    title: '引用的法规版本已经失效',
    message: ({ title, to }) => `引用的${title}版本有效到${to}，现在已经失效`,
    label: () => '这一版已经失效',
    help: ({ since }) =>
      since === undefined ? '请改引现行有效的规定' : `${since}起有新的一版，请核对条款以后改引新的一版`,
  }),
  ZW8003: define<{ readonly checkedOn: string; readonly months: number }>({
    severity: 'warning',
    title: '很久没有核对',
    message: ({ checkedOn, months }) => `最近一次核对是${checkedOn}，已超过${months}个月`,
    label: () => '请与公布的办事指南再核对一次',
  }),
  ZW8006: define<{ readonly from: string; readonly to: string }>({
    severity: 'error',
    title: '起止日期颠倒',
    message: ({ from, to }) => `起止日期颠倒：${from}晚于${to}`,
    label: () => '结束早于开始',
  }),
  ZW8007: define<{
    /** What there is two of: 事项“…”的两个版本, 两条承诺时限. */
    readonly what: string
    readonly from: string
    readonly to: string | undefined
  }>({
    severity: 'error',
    title: '时间线重叠',
    message: ({ what, from, to }) =>
      to === undefined ? `${what}自${from}起同时有效` : `${what}在${from}至${to}同时有效`,
    label: () => '从这一天起就有两版',
    help: () => '请核对两版的施行和失效日期，让前一版在后一版施行的前一天失效',
  }),
}
