import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_MATTER } from '../../src/model/empty-matter.ts'
import { readModelJson } from '../../src/model/read-model-json.ts'
import { writeModelJson } from '../../src/model/write-model-json.ts'
import { anyMatter } from '../support/arbitrary-matter.ts'

function problemsIn(part: object): readonly string[] {
  const read = readModelJson(JSON.stringify({ schema: 'zw/model/1', matters: [{ ...EMPTY_MATTER, ...part }] }))
  return read.ok ? [] : read.error.map(({ path, message }) => `${path}：${message}`)
}

const material = { name: '营业执照', forms: [], sources: [], notes: [] }
const text = { kind: 'compare', fact: '面积', operator: 'ge' }

describe('a document that does not fit the model', () => {
  test.each([
    [{ name: '' }, 'matters[0].name：“”不能是空的'],
    [{ name: '甲\n乙' }, 'matters[0].name：“甲 乙”不能换行，请合并成一行'],
    [{ name: ' 甲' }, 'matters[0].name：“ 甲”前后不能有空格'],
    [{ name: 3 }, 'matters[0].name：应为文字（写在引号里），现在是3'],
    [{ code: 'A1。' }, 'matters[0].code：“A1。”末尾不能有标点'],
    [{ trips: 0.5 }, 'matters[0].trips：应为整数，现在是0.5'],
    [{ trips: -1 }, 'matters[0].trips：不能小于0'],
    [{ checkedOn: '2026-02-30' }, 'matters[0].checkedOn：“2026-02-30”：这一天不存在'],
    [
      { levels: ['区级'] },
      'matters[0].levels[0]：“区级”不在可选的范围内，可以写：national、province、city、county、town、village',
    ],
    [{ colour: '红' }, 'matters[0]：没有“colour”这一项，请删去或改正'],
    [
      { materials: [{ ...material, copies: '01' }] },
      'matters[0].materials[0].copies：“01”应为不带负号和多余的0的数，如"20"、"0.5"',
    ],
    [
      { materials: [{ ...material, deferral: { unit: 'workday' } }] },
      'matters[0].materials[0].deferral.amount：缺少这一项',
    ],
    [{ materials: [{ ...material, when: { kind: 'all', of: [] } }] }, 'matters[0].materials[0].when.of：至少要有2个'],
    [
      { materials: [{ ...material, when: { ...text, operand: { kind: 'number', amount: '-5' } } }] },
      'matters[0].materials[0].when.operand.amount：“-5”应为不带负号和多余的0的数，如"20"、"0.5"',
    ],
    [
      {
        materials: [
          {
            ...material,
            when: { ...text, operand: { kind: 'shifted', direction: 'later', duration: { unit: 'day' } } },
          },
        ],
      },
      'matters[0].materials[0].when.operand.duration.unit：“day”不在可选的范围内，可以写：workday、calendarDay、month、year、hour、minute',
    ],
    [{ name: '半个字\ud83d' }, '：“半个字�”里有残缺的字符'],
  ])('%j', (part, problem) => {
    expect(problemsIn(part)).toContain(problem)
  })

  test('nested without end is refused', () => {
    const deep = `${'{"kind":"not","of":'.repeat(50_000)}{"kind":"fact","fact":"甲"}${'}'.repeat(50_000)}`
    const read = readModelJson(`{"schema":"zw/model/1","matters":[${deep}]}`)
    expect(read).toEqual({ ok: false, error: [{ path: '', message: '嵌套超过400层' }] })
  })

  test('is told about, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const read = readModelJson(json)
        expect(read.ok).toBe(false)
        if (!read.ok) expect(read.error.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true)
      }),
    )
  })

  test('is told about, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(readModelJson(words).ok).toBe(false)
      }),
    )
  })
})

test('any matter written as JSON is read as it was', () => {
  fc.assert(
    fc.property(anyMatter, (matter) => {
      const read = readModelJson(JSON.stringify(writeModelJson([matter])))
      expect(read).toEqual({ ok: true, value: { schema: 'zw/model/1', matters: [matter] } })
    }),
    { numRuns: process.env['CI'] === undefined ? 100 : 2000 },
  )
})
