import { define } from '../definition.ts'

/** ZW80xx: dates of validity (版本和日期). Dates as people write them: 2024年7月1日. */
export const VERSIONS = {
  ZW8001: define<{ readonly what: string; readonly from: string; readonly to: string }>({
    severity: 'error',
    title: '时间线有空档',
    message: ({ what, from, to }) => `${what}的时间线有空档：${from}至${to}没有有效规定`,
    label: () => '到这里为止，后面接不上',
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
}
