import { define } from '../definition.ts'
import { bracket, enumerate, quote } from '../wording.ts'

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
  ZW4003: define<{
    readonly name: string
    /** The version that was asked for, where the rest is there. */
    readonly version?: string | undefined
    readonly known?: readonly string[] | undefined
    /** The nearest name that is there. */
    readonly suggestion?: string | undefined
    /** What it is instead of what is wanted here: 一件事 instead of 事项或者实施清单. */
    readonly actual?: string | undefined
    readonly wanted?: string | undefined
  }>({
    severity: 'error',
    title: '引用的内容不在工作区里',
    message: ({ name, version, suggestion, actual, wanted = '' }) => {
      if (actual !== undefined) return `${quote(name)}是${actual}，这里要写${wanted}的名称`
      if (version !== undefined) return `引用的${quote(name)}没有${quote(version)}这一版`
      return `引用的${quote(name)}不在工作区里${suggestion === undefined ? '' : `，是不是${quote(suggestion)}？`}`
    },
    label: ({ version, actual }) => {
      if (actual !== undefined) return `这是${actual}`
      return version === undefined ? '所有文件里都找不到它' : '找不到这一版'
    },
    help: ({ version, known = [], actual, wanted = '' }) => {
      if (actual !== undefined) return `请写${wanted}的名称`
      return version === undefined
        ? '请核对名称；它在别的文件里的，请把那个文件一起检查，例如 zw check 文件夹'
        : `已有的版本：${enumerate(known)}`
    },
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
  ZW4009: define<{ readonly name: string; readonly places: readonly string[] }>({
    severity: 'error',
    title: '引用的名称不唯一',
    message: ({ name, places }) => `引用的${quote(name)}在工作区里不止一个（${enumerate(places)}）`,
    label: () => '分不清是哪一个',
    help: () => '请改用不同的名称，或者写明文件，如“引用：./库/材料.zw”',
  }),
  ZW4010: define<{ readonly name: string; readonly code: string; readonly library: string; readonly shared: string }>({
    severity: 'error',
    title: '材料的编码与公共库不一致',
    message: ({ name, code, library, shared }) =>
      `材料${quote(name)}的编码是${quote(code)}，公共库${quote(library)}里的是${quote(shared)}`,
    label: () => '与公共库里的不是同一份材料',
    help: () => '是同一份材料的，删去这里的“编码：”；不是同一份的，请改用不同的名称',
  }),
  ZW4011: define<{ readonly name: string; readonly type: string; readonly owner: string; readonly other: string }>({
    severity: 'error',
    title: '同一信息的类型不一致',
    message: ({ name, type, owner, other }) => `信息${quote(name)}的类型是${type}，来处${quote(owner)}里的是${other}`,
    label: () => '与来处的类型不同',
    help: () => '同一条信息只能有一种类型；删去这里的“类型：”，就跟着来处走',
  }),
  ZW4012: define<{ readonly name: string; readonly outputs: readonly string[] }>({
    severity: 'error',
    title: '几个判定表里都有',
    message: ({ name, outputs }) => `${quote(name)}在${outputs.length}个判定表里都有，不知道是哪一个`,
    label: () => '请写明是哪个判定表的',
    help: ({ outputs }) => `可以写：${outputs.map((output) => bracket(output)).join('、')}`,
  }),
  ZW4013: define<{ readonly kind: string; readonly name: string; readonly libraries: readonly string[] }>({
    severity: 'error',
    title: '几个公共库里说法不一',
    message: ({ kind, name, libraries }) =>
      `${kind}${quote(name)}在公共库${libraries.map(quote).join('和')}里都有，写的却不一样`,
    label: () => '分不清以哪一个为准',
    help: () => '请只留其中一处，或者改成一样；不是同一项的，请改用不同的名称；用不到的库，不必引用',
  }),
  ZW4014: define<{
    readonly name: string
    readonly known: readonly string[]
    readonly suggestion?: string | undefined
  }>({
    severity: 'error',
    title: '范围里不能按它筛选',
    message: ({ name, suggestion }) =>
      `范围里不能按${quote(name)}筛选事项${suggestion === undefined ? '' : `，是不是${quote(suggestion)}？`}`,
    label: () => '事项没有这一项',
    help: ({ known }) => `可以按：${enumerate(known)}`,
  }),
}
