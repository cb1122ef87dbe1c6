import { define } from '../definition.ts'
import { bracket, enumerate, excerpt, quote } from '../wording.ts'

/** ZW50xx: kinds of values and their units (类型和单位). */
export const TYPES = {
  ZW5001: define<{
    readonly name: string
    readonly type: string
    /** The operator as written; absent where the name stands alone as a condition. */
    readonly operator?: string | undefined
    readonly allowed?: readonly string[] | undefined
  }>({
    severity: 'error',
    title: '类型与比较不相配',
    message: ({ name, type, operator }) =>
      operator === undefined
        ? `${bracket(name)}是${type}，不能单独当作条件`
        : `${bracket(name)}是${type}，不能用${quote(operator)}比较`,
    label: ({ operator }) => (operator === undefined ? '只有是否型信息和情形可以单独写' : '这个比较用不上'),
    help: ({ type, allowed }) =>
      allowed === undefined || allowed.length === 0 ? undefined : `${type}可以用：${allowed.map(quote).join('、')}`,
  }),
  ZW5002: define<{ readonly name: string; readonly unit: string; readonly written: string }>({
    severity: 'error',
    title: '单位不同',
    message: ({ name, unit, written }) => `${bracket(name)}的单位是${unit}，这里写了${quote(written)}（不会自动换算）`,
    label: ({ unit }) => `请换算成${unit}`,
  }),
  ZW5003: define<{
    readonly name: string
    readonly value: string
    readonly allowed: readonly string[]
  }>({
    severity: 'error',
    title: '不是这项信息的取值',
    message: ({ name, value, allowed }) => `${quote(value)}不是${bracket(name)}的取值；取值有：${enumerate(allowed)}`,
    label: () => '没有这个取值',
  }),
  ZW5004: define<{
    readonly limit: string
    /** How it is read now: 工作日 or 自然日. */
    readonly reading: string
    /** The article that says so: 行政许可法第八十二条. */
    readonly statute?: string | undefined
  }>({
    severity: 'warning',
    title: '没有说明是工作日还是自然日',
    message: ({ limit, reading, statute }) =>
      `${quote(limit)}没有说明是工作日还是自然日，${statute === undefined ? '' : `依${statute}`}按${reading}理解`,
    label: ({ reading }) => `按${reading}理解`,
  }),
  ZW5005: define<{ readonly left: string; readonly right: string }>({
    severity: 'error',
    title: '时限单位不同，不能比较',
    message: ({ left, right }) => `${left}和${right}不能直接比较，需要工作日历和起算日`,
    label: ({ left, right }) => `左边是${left}，右边是${right}`,
    help: () => '请改成同一种单位',
  }),
  ZW5006: define<{ readonly keyword: string; readonly value: string }>({
    severity: 'error',
    title: '时限没有单位',
    message: ({ keyword, value }) => `${quote(`${keyword}：${value}`)}没有单位，如“${value}个工作日”“${value}个自然日”`,
    label: () => '这里要写单位',
  }),
  ZW5007: define<{
    readonly name: string
    readonly type: string
    readonly value: string
    readonly valueType: string
    readonly example?: string | undefined
  }>({
    severity: 'error',
    title: '值的类型不对',
    message: ({ name, type, value, valueType }) => `${bracket(name)}是${type}，这里的${quote(value)}是${valueType}`,
    label: ({ type }) => `这里应写${type}`,
    help: ({ example }) => (example === undefined ? undefined : `如${quote(example)}`),
  }),
  ZW5008: define<{
    /** As written. */
    readonly value: string
    readonly because: 'order' | 'units' | 'cases'
    readonly units: readonly string[]
  }>({
    severity: 'error',
    title: '实际用时的数对不上',
    message: ({ value, because, units }) =>
      `实际用时${quote(excerpt(value, 30))}${
        because === 'order'
          ? '的大小不对：最短的不能比最可能的长，最可能的不能比最长的长'
          : because === 'units'
            ? `有${units.length}种单位（${enumerate(units)}），不会自动换算`
            : '里的件数不是1以上的整数'
      }`,
    label: ({ because }) => (because === 'order' ? '次序不对' : because === 'units' ? '单位要一样' : '没有办过的不写'),
  }),
}
