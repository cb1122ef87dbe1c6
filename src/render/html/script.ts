/**
 * The script of the page (网页脚本): filters the list and the details, keeps the filter in the address, adds up what is
 * shown with exact numbers, opens the matter that a link leads to, and what is to be printed.
 */
export function reportScript(mostPrinted: number): string {
  return SCRIPT.replace('MOST_PRINTED', String(mostPrinted))
}

const SCRIPT = String.raw`'use strict'
const form = document.getElementById('filters')
const rows = [...document.querySelectorAll('#list tbody tr')]
const fields = [...form.elements].filter((field) => field.name)
const details = new Map(rows.map((row) => [row, document.getElementById(row.dataset.m)]))
const words = new Map(rows.map((row) => [row, fold(row.querySelector('a').textContent + ' ' + (row.dataset.c || ''))]))
const tests = {
  部门: (row, value) => row.dataset.d === value,
  层级: (row, value) => row.dataset.l.split(' ').includes(value),
  类型: (row, value) => row.dataset.t === value,
  达标: (row, value) => row.dataset.s === value,
  搜索: (row, value) => fold(value).split(' ').every((word) => words.get(row).includes(word)),
}
function fold(text) {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}
function apply() {
  const asked = fields.filter((field) => field.value.trim() !== '')
  let shown = 0
  const sum = [[0n, 1n], [0n, 1n]]
  let counted = 0
  for (const row of rows) {
    const hidden = !asked.every((field) => tests[field.name](row, field.value.trim()))
    row.hidden = hidden
    details.get(row).hidden = hidden
    if (hidden) continue
    shown++
    if (row.dataset.n === '') continue
    counted++
    row.dataset.n.split(' ').forEach((written, side) => {
      const [num, den = 1n] = written.split('/').map(BigInt)
      sum[side] = [sum[side][0] * den + num * sum[side][1], sum[side][1] * den]
      const common = divisor(sum[side][0] < 0n ? -sum[side][0] : sum[side][0], sum[side][1])
      sum[side] = sum[side].map((part) => part / common)
    })
  }
  const cut = counted === 0 ? '' : '，其中' + counted + '个计入，合计压减' + percent(sum)
  document.getElementById('result').textContent = '列出' + shown + '个事项' + (asked.length === 0 ? '' : '（共' + rows.length + '个）') + cut
}
function divisor(a, b) {
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
function percent([[a, b], [c, d]]) {
  const digits = BigInt(form.dataset.digits)
  const scale = 10n ** digits
  const num = (a * d - c * b) * 100n * scale
  const den = a * d
  const size = num < 0n ? -num : num
  const rounded = (2n * size + den) / (2n * den)
  const text = String(rounded).padStart(Number(digits) + 1, '0')
  const cut = text.length - Number(digits)
  return (num < 0n && rounded !== 0n ? '-' : '') + (digits === 0n ? text : text.slice(0, cut) + '.' + text.slice(cut)) + '%'
}
function keep() {
  const asked = new URLSearchParams(fields.filter((field) => field.value.trim() !== '').map((field) => [field.name, field.value.trim()]))
  history.replaceState(null, '', String(asked) === '' ? location.pathname + location.search : '#' + asked)
}
function follow() {
  const place = decodeURIComponent(location.hash.slice(1))
  const target = /^m\d+$/.test(place) ? document.getElementById(place) : null
  if (target) {
    target.hidden = false
    target.open = true
    target.scrollIntoView()
  } else if (place === '' || /^(部门|层级|类型|达标|搜索)=/.test(place)) {
    const asked = new URLSearchParams(location.hash.slice(1))
    for (const field of fields) field.value = asked.get(field.name) || ''
    apply()
    if (place !== '') form.scrollIntoView()
  }
}
form.addEventListener('input', () => {
  apply()
  keep()
})
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('reset', () => setTimeout(() => {
  apply()
  keep()
}))
const openAll = (open) => {
  for (const each of details.values()) if (!each.hidden) each.open = open
}
document.getElementById('open').addEventListener('click', () => openAll(true))
document.getElementById('close').addEventListener('click', () => openAll(false))
let opened = []
addEventListener('beforeprint', () => {
  const listed = [...details.values()].filter((each) => !each.hidden)
  const wanted = listed.length > MOST_PRINTED ? listed.filter((each) => each.open) : listed
  opened = wanted.flatMap((each) => [each, ...each.querySelectorAll('details')]).filter((each) => !each.open)
  for (const each of opened) each.open = true
})
addEventListener('afterprint', () => {
  for (const each of opened) each.open = false
})
addEventListener('hashchange', follow)
form.hidden = false
document.getElementById('buttons').hidden = false
apply()
follow()
`
