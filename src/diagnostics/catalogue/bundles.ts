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
  ZW8105: define<{ readonly material: string; readonly codes: readonly string[] }>({
    severity: 'error',
    title: '共用材料的编码互相矛盾',
    message: ({ material, codes }) => `共用材料${quote(material)}对应的材料编码不同：${codes.join('、')}`,
    label: () => '编码不同，就不是同一份材料',
    help: () => '是同一份材料的，请统一编码；不是同一份的，不要写成共用',
  }),
  ZW8106: define<{ readonly path: string; readonly places: readonly string[] }>({
    severity: 'error',
    title: '同一内容归并了两次',
    message: ({ path, places }) => `${quote(path)}归并了两次：${enumerate(places)}`,
    label: () => '前面已经归并过',
    help: () => '同一份材料或者同一个环节，只能归并到一处，请删去其中一处',
  }),
}
