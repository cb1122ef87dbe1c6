/** Numbers before the items of a list: 1. 1、 （一） ① 一、 (1) */
const NUMBER =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．]|[①-⑳]|[•·●◆■-])(?!\d)\s*/

/** Where a further item begins in the middle of a line. */
const INNER_NUMBER =
  /(?<=[；;。])\s*(?=(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．](?!\d)|[①-⑳]))/

/** The items of a text (分条): by lines and numbers; where there are none, by `marks` that stand outside of brackets. */
export function splitItems(text: string, marks: RegExp): readonly string[] {
  const lines = text.split(/[\n\r\v\f]+|<br\s*\/?>/i).flatMap((line) => line.split(INNER_NUMBER))
  const numbered = lines.filter((line) => NUMBER.test(line)).length
  const parts = lines.length > 1 || numbered > 0 ? lines : splitOutside(text, marks)
  return parts
    .map((part) => part.replace(NUMBER, '').replace(/^[\s\u3000]+|[\s\u3000；;。]+$/g, ''))
    .filter((part) => part !== '')
}

/** Splits at marks that do not stand between brackets. */
export function splitOutside(text: string, marks: RegExp): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const character of text) {
    if (/[（(《【“]/.test(character)) depth++
    else if (/[）)》】”]/.test(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && marks.test(character)) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '')
}

/** True where a cell says that there is nothing: 无, 不涉及. */
export function saysNothing(text: string): boolean {
  return /^(?:无|没有|不涉及|不适用|暂无|未涉及|无特别程序|[-—–／/]+|null|NULL)[。.]?$/.test(text.trim())
}

/** True where a cell only says where to look: 详见办事指南, 见附件2. */
export function refersElsewhere(text: string): boolean {
  return /^[（(]?(?:具体|内容|材料|条件|流程|标准|要求)*(?:请|另|详)?(?:详见|参见|参照|查看|查阅|见)[^，,；;。\n]{1,30}[）)]?。?$/.test(
    text.trim(),
  )
}

/** Full-width digits, letters, dots and signs as plain ones: ２０．５ as 20.5. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．－＋％]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}
