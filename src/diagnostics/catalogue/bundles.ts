import { define } from '../definition.ts'
import { enumerate, quote } from '../wording.ts'

/** ZW81xx: what the matters of a bundle share and hand to one another (一件事). Paths as written: 事项·名称. */
export const BUNDLES = {
  ZW8101: define<{ readonly path: string; readonly name: string; readonly declared: readonly string[] }>({
    severity: 'error',
    title: '复用的结果不存在',
    message: ({ path, name }) => `结果复用${quote(path)}：该事项不产出${quote(name)}`,
    label: () => '该事项没有这个结果',
    help: ({ declared }) =>
      declared.length === 0 ? '请在该事项里写明“结果：”' : `该事项的结果有：${enumerate(declared)}`,
  }),
  ZW8102: define<{ readonly component: string; readonly output: string; readonly from: string }>({
    severity: 'error',
    title: '用到别的事项的结果，却没有写前序',
    message: ({ component, output, from }) =>
      `子项${quote(component)}用到${quote(from)}的结果${quote(output)}，却没有写“前序：”`,
    label: ({ from }) => `要等${quote(from)}办完`,
  }),
  ZW8103: define<{ readonly material: string; readonly forms: readonly string[] }>({
    severity: 'warning',
    title: '共用材料的形式要求不同',
    message: ({ material, forms }) =>
      `共用材料${quote(material)}各处要求的形式不同（${forms.join(' / ')}），按较严的一处处理`,
    label: () => '一份材料不能同时满足这几处',
    help: () => '请与联办部门商定统一的形式；确实是两份材料的，不要写成共用',
  }),
  ZW8104: define<{
    readonly kind: string
    readonly path: string
    readonly name: string
    readonly declared: readonly string[]
  }>({
    severity: 'error',
    title: '子项里没有这个材料或环节',
    message: ({ kind, path, name }) => `${quote(path)}：该事项没有名为${quote(name)}的${kind}`,
    label: ({ kind }) => `该事项没有这个${kind}`,
    help: ({ kind, declared }) =>
      declared.length === 0 ? `该事项没有写${kind}` : `该事项的${kind}有：${enumerate(declared)}`,
  }),
  ZW8105: define<{
    readonly kind: '共用材料' | '结果复用'
    readonly material: string
    readonly codes: readonly string[]
  }>({
    severity: 'error',
    title: '共用材料的编码互相矛盾',
    message: ({ kind, material, codes }) => `${kind}${quote(material)}对应的材料编码不同：${codes.join('、')}`,
    label: () => '编码不同，就不是同一份材料',
    help: ({ kind }) => `是同一份材料的，请统一编码；不是同一份的，不要写${kind === '共用材料' ? '成共用' : '在一起'}`,
  }),
  ZW8106: define<{ readonly path: string; readonly places: readonly string[] }>({
    severity: 'error',
    title: '同一内容归并了两次',
    message: ({ path, places }) => `${quote(path)}归并了两次：${enumerate(places)}`,
    label: () => '前面已经归并过',
    help: () => '同一份材料或者同一个环节，只能归并到一处，请删去其中一处',
  }),
  ZW8107: define<{ readonly fact: string; readonly components: readonly string[] }>({
    severity: 'warning',
    title: '同名的信息问法不同',
    message: ({ fact, components }) =>
      `信息${quote(fact)}在${enumerate(components)}里的类型、单位或者取值不同，要分开问`,
    label: () => '和前面的不同',
    help: () => '问的是同一件事的，请统一类型、单位和取值；不是同一件事的，请用不同的名称',
  }),
  ZW8108: define<{ readonly component: string }>({
    severity: 'warning',
    title: '子项没有时限',
    message: ({ component }) => `子项${quote(component)}没有法定时限，也没有承诺时限，一件事减少了多少时间就算不出来`,
    label: () => '没有时限',
    help: ({ component }) =>
      `请在事项${quote(component)}里写“法定时限：”或者“承诺时限：”；只写环节用时，不知道单独办要多久`,
  }),
  ZW8109: define<{ readonly bundle: string }>({
    severity: 'error',
    title: '固定时限没有写是多少',
    message: ({ bundle }) => `一件事${quote(bundle)}写了“时限口径：固定”，却没有写“承诺时限：”`,
    label: () => '固定成多少没有写',
    help: () => '请补上“承诺时限：”；要按环节算的，写“时限口径：关键路径”',
  }),
  ZW8110: define<{ readonly chain: readonly string[] }>({
    severity: 'error',
    title: '合并的环节互相等待',
    message: ({ chain }) => `合并以后环节互相等待：${chain.join(' → ')}`,
    label: () => '合并的环节有先后',
    help: () => '前后相接的环节不能一起办：从“合并：”里去掉一处，或者去掉子项之间的先后',
  }),
  ZW8111: define<{ readonly code: string; readonly materials: readonly string[] }>({
    severity: 'error',
    title: '几份材料用了同一个编码',
    message: ({ code, materials }) => `编码${quote(code)}是几份不同的材料：${enumerate(materials)}`,
    label: () => '同一编码只能是一份材料',
    help: () => '是同一份材料的，写成一项共用材料；不是同一份的，请各用各的编码',
  }),
}
