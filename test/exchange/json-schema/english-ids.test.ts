import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { idOf, idsOf, typeNameOf, typeNamesOf } from '../../../src/exchange/json-schema/english-ids.ts'
import { SYLLABLES } from '../../../src/exchange/json-schema/pinyin-table.ts'
import { anyName } from '../../support/arbitrary-names.ts'

test('a name is written as it is read, without tones', () => {
  expect(
    ['经营面积', '女方在本地居住月数', 'APP下载', '3个月以上', '是否（A类）', '㎡数'].map((name) => idOf(name)),
  ).toEqual(['jingYingMianJi', 'nvFangZaiBenDiJuZhuYueShu', 'appXiaZai', 'n3GeYueYiShang', 'shiFouALei', 'm2Shu'])
  expect(typeNameOf('食品经营许可')).toBe('ShiPinJingYingXuKe')
})

test('what is long or cannot be read gets a mark of its own', () => {
  const long = '对将应当火化的遗体土葬或者在公墓以外埋葬遗体、建造坟墓行为的处理'
  expect(idOf(long)).toMatch(/^duiJiangYing\w{20,40}_[a-p]{6}$/)
  expect(idOf('——')).toMatch(/^x_[a-p]{6}$/)
  expect(idOf('䶮')).toBe('u4DAE')
})

test('of names that are read the same the first stays as it is, whatever comes behind it', () => {
  const ids = idsOf(['公式', '公示', '年龄'])
  expect([...ids.values()]).toEqual(['gongShi', expect.stringMatching(/^gongShi_[a-p]{6}$/), 'nianLing'])
  fc.assert(
    fc.property(fc.array(anyName), fc.array(anyName), (names, more) => {
      const before = idsOf(names)
      const after = idsOf([...names, ...more])
      for (const name of names) expect(after.get(name)).toBe(before.get(name))
    }),
  )
})

test('ids are names for programs, and no two of them are the same', () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 20 }), (names) => {
      for (const ids of [idsOf(names), typeNamesOf(names)]) {
        for (const id of ids.values()) expect(id).toMatch(/^[A-Za-z]\w*$/)
        expect(new Set(ids.values()).size).toBe(new Set(names).size)
      }
    }),
  )
})

test('the readings are those of pinyin-pro', () => {
  const rows = Object.entries(SYLLABLES)
  const wrong = rows.flatMap(([syllable, characters]) =>
    Array.from(characters).filter((one) => pinyin(one, { toneType: 'none', v: true }) !== syllable),
  )
  expect(wrong).toEqual([])
  expect(new Set(rows.map(([, characters]) => characters).join('')).size).toBe(6763)
})
