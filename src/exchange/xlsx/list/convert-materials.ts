import type { CellText } from '../compose/cell-text.ts'
import { type Converted, freeName, type MatterBuilder } from './list-row.ts'
import { halfWidth, refersElsewhere, saysNothing, splitItems, splitOutside } from './split-text.ts'

/** Words behind the name of a material, and the attribute that each stands for; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:容缺后补|可容缺|容缺)$/, 'material.necessity', '容缺后补'],
  [/^(?:非必要|非必须|选交|可选)$/, 'material.necessity', '非必要'],
  [/^(?:必要|必须|必交)$/, 'material.necessity', '必要'],
  [/^(?:免提交|免于提交)$/, 'material.necessity', '免提交'],
  [/^(?:纸质[和+、或]?电子(?:化|件|版)?|纸质\+电子化)$/, 'material.forms', '纸质、电子件'],
  [/^纸质(?:件|版)?$/, 'material.forms', '纸质'],
  [/^(?:电子化|电子件|电子版|电子)$/, 'material.forms', '电子件'],
  [/^电子证照$/, 'material.forms', '电子证照'],
  [/^(?:申请人自备|自备|申请人提供)$/, 'material.source', '申请人自备'],
  [/^(?:政府部门核发|部门核发|政府核发)$/, 'material.source', '政府部门核发'],
  [/^(?:数据共享|共享获取)$/, 'material.source', '数据共享'],
  [/^(?:其他|其它)$/, 'material.source', '其他'],
]

/** 原件1份, 复印件2份, 纸质一式两份, 1份 */
const COPIES = /^(\D*?)\s*(?:一式)?\s*(\d+|[一二两三四五六七八九十])\s*[份套]$/

/** 身份证复印件 1份 */
const COPIES_BEHIND =
  /^(.*[^\d一二两三四五六七八九十第\s，,])\s*[，,]?\s*((?:一式)?\s*(?:\d+|[一二两三四五六七八九十])\s*[份套])$/

/** 申请材料: a material each line or item, with what stands in brackets behind its name. */
export function convertMaterials(cell: CellText, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const taken = new Set<string>()
  const elsewhere: string[] = []
  // A bracket ends the material before 、 as well as before ；.
  const items = splitItems(halfWidth(cell.text).replace(/([）)])、/g, '$1；'), /[；;]/)
  const listed = items.length === 1 ? splitList(items[0] ?? '') : items
  for (const item of listed) {
    if (refersElsewhere(item)) {
      elsewhere.push(item)
      build.note(`申请材料：${item}`, cell)
      continue
    }
    const { name, attributes } = readMaterial(item)
    build.add('material', freeName(name, taken), cell, attributes)
  }
  if (elsewhere.length > 0) {
    const doubt = `“${elsewhere.join('、')}”不是材料，记为说明；请照那里写的补上材料`
    return { outcome: taken.size === 0 ? 'note' : 'structured', doubt }
  }
  if (listed.length > items.length)
    return { outcome: 'structured', doubt: `按“、”分成了${listed.length}种材料，请看对不对` }
  return { outcome: taken.size === 0 ? 'omitted' : 'structured' }
}

/** 申请表、身份证、营业执照: several where each is short and none is one of a group (等) or a choice (或). */
function splitList(item: string): readonly string[] {
  const parts = splitOutside(item, /、/)
  const isPlain = parts.length > 1 && !/[等或及和]|之一/.test(item) && parts.every((part) => /^.{2,20}$/.test(part))
  return isPlain ? parts : [item]
}

/** 营业执照（必要；纸质；政府部门核发） */
function readMaterial(item: string): {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
} {
  const match = /^(.+?)\s*[（(]([^（()）]+)[）)]\s*$/.exec(item) ?? COPIES_BEHIND.exec(item)
  const [, name = item, inside = ''] = match ?? []
  const attributes = new Map<string, string>()
  const unknown: string[] = []
  for (const word of splitOutside(inside, /[；;，,、]/)) if (!understand(word, attributes)) unknown.push(word)
  // What is in the brackets may belong to the name: 身份证（正反面）.
  if (attributes.size === 0) return { name: item, attributes: {} }
  if (unknown.length > 0) attributes.set('note', unknown.join('；'))
  return { name, attributes: Object.fromEntries(attributes) }
}

/** By the number that each stands for; 两 is what people say for 二. */
const DIGITS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']

function understand(word: string, attributes: Map<string, string>): boolean {
  const copies = COPIES.exec(word.replace('二', '两'))
  if (copies !== null) {
    const [, form = '', count = ''] = copies
    if (form !== '' && !understand(form, attributes)) return false
    if (attributes.has('material.copies')) append(attributes, 'note', word)
    else attributes.set('material.copies', `${DIGITS.indexOf(count) < 0 ? count : DIGITS.indexOf(count)}份`)
    return true
  }
  if (/^(?:原件|复印件)$/.test(word)) {
    append(attributes, 'material.forms', word)
    return true
  }
  const found = WORDS.find(([pattern]) => pattern.test(word))
  if (found === undefined) return false
  const [, construct, value] = found
  if (construct === 'material.forms') append(attributes, construct, value)
  else if (attributes.has(construct)) return false
  else attributes.set(construct, value)
  return true
}

function append(attributes: Map<string, string>, construct: string, value: string): void {
  const before = attributes.get(construct)
  if (before?.split('、').includes(value)) return
  attributes.set(construct, before === undefined ? value : `${before}、${value}`)
}
