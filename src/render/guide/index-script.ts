/** The script of the list of guides (目录页脚本): narrows the list by what is written and chosen, and keeps that in the address. */
export const INDEX_SCRIPT = String.raw`'use strict'
const form = document.getElementById('filters')
const rows = [...document.querySelectorAll('#list > li')]
const fields = [...form.elements].filter((field) => field.name)
const words = new Map(rows.map((row) => [row, fold(row.dataset.w)]))
const tests = {
  搜索: (row, value) => fold(value).split(' ').every((word) => words.get(row).includes(word)),
  类型: (row, value) => row.dataset.t === value,
  层级: (row, value) => row.dataset.l.split(' ').includes(value),
  部门: (row, value) => row.dataset.d === value,
}
function fold(text) {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}
function apply() {
  const asked = fields.filter((field) => field.value.trim() !== '')
  let shown = 0
  for (const row of rows) {
    row.hidden = !asked.every((field) => tests[field.name](row, field.value.trim()))
    if (!row.hidden) shown++
  }
  document.getElementById('result').textContent = shown === 0 ? '没有找到，请换一个词' : '列出' + shown + '项'
  const kept = String(new URLSearchParams(asked.map((field) => [field.name, field.value.trim()])))
  history.replaceState(null, '', kept === '' ? location.pathname + location.search : '#' + kept)
}
const before = new URLSearchParams(location.hash.slice(1))
for (const field of fields) field.value = before.get(field.name) || ''
form.addEventListener('input', apply)
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('reset', () => setTimeout(apply))
form.hidden = false
apply()
`
