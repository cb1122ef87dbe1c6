import { define } from '../definition.ts'
import { enumerate, quote } from '../wording.ts'

/** ZW40xx: whether names are declared, once and clearly (名称). `kind` is the Chinese word: 情形, 材料, 环节 … */
export const NAMES = {
  ZW4001: define<{ readonly kind: string; readonly name: string; readonly declared?: readonly string[] | undefined }>({
    severity: 'error',
    title: '引用的名称没有声明',
    message: ({ kind, name }) => `找不到名为${quote(name)}的${kind}`,
    label: () => '这里引用的名称没有声明',
    help: ({ kind, declared }) =>
      declared === undefined || declared.length === 0 ? undefined : `已经声明的${kind}有：${enumerate(declared)}`,
  }),
  ZW4002: define<{ readonly kind: string; readonly name: string; readonly lines: readonly number[] }>({
    severity: 'error',
    title: '名称重复声明',
    message: ({ kind, name, lines }) =>
      `${kind}${quote(name)}声明了${lines.length === 2 ? '两' : lines.length}次（${enumerate(lines.map((line) => `第${line}行`))}）`,
    label: () => '与前面的同名',
    help: () => '同一项请合并成一处；不是同一项，请改用不同的名称',
  }),
  ZW4004: define<{ readonly chain: readonly string[] }>({
    severity: 'error',
    title: '循环依赖',
    message: ({ chain }) => `循环依赖：${chain.join(' → ')}`,
    label: () => '从这里绕回了自己',
    help: () => '请去掉其中一处，让先后有始有终',
  }),
  ZW4005: define<{ readonly kind: string; readonly name: string }>({
    severity: 'warning',
    title: '声明了却没有用到',
    message: ({ kind, name }) => `${quote(`${kind}：${name}`)}没有被用到`,
    label: () => '没有哪里引用它',
    help: ({ kind }) => (kind === '信息' ? '没有用到的信息不应让申请人填写' : undefined),
  }),
  ZW4006: define<{ readonly text: string; readonly readings: readonly string[] }>({
    severity: 'error',
    title: '名称不能唯一拆分',
    message: ({ text }) => `${quote(text)}不能唯一拆成已声明的名称`,
    label: () => '请给每个名称加上【】',
    help: ({ readings }) => (readings.length === 0 ? undefined : `可能是：${readings.join('；也可能是：')}`),
  }),
  ZW4007: define<{ readonly name: string; readonly other: string; readonly line: number }>({
    severity: 'warning',
    title: '同一名称写法不一',
    message: ({ name, other, line }) =>
      `${quote(name)}与第${line}行${quote(other)}只有全角半角、空格或繁简之别，按同一名称处理`,
    label: () => '与声明处的写法不同',
  }),
  ZW4008: define<{ readonly kind: string; readonly name: string; readonly places: readonly string[] }>({
    severity: 'error',
    title: '事项重复',
    message: ({ kind, name, places }) =>
      `${kind}${quote(name)}写了${places.length === 2 ? '两' : places.length}次（${enumerate(places)}）`,
    label: ({ kind }) => `与前面的${kind}同名`,
    help: ({ kind }) =>
      kind === '事项'
        ? '同一事项只留一份；不同的事项，请改用不同的名称；同一事项的新旧版本，请分别写明施行日期'
        : `同一${kind}只留一份；不同的${kind}，请改用不同的名称`,
  }),
}
