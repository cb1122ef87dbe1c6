import { describe, expect, test } from 'vitest'
import { soundsAlike, syllableOf } from '../../src/syntax/pinyin.ts'
import { editDistance, nearestWord } from '../../src/syntax/suggest.ts'

describe('sounds', () => {
  test.each([
    ['清', 'qing'],
    ['请', 'qing'],
    ['材', 'cai'],
    ['女', 'nv'],
    ['A', undefined],
    ['囗', undefined],
  ])('%s reads %s', (character, syllable) => {
    expect(syllableOf(character)).toBe(syllable)
  })

  test('are compared character by character', () => {
    expect(soundsAlike('申清材料', '申请材料')).toBe(true)
    expect(soundsAlike('申请才料', '申请材料')).toBe(true)
    expect(soundsAlike('申请材料', '申请材料')).toBe(true)
    expect(soundsAlike('申请资料', '申请材料')).toBe(false)
    expect(soundsAlike('申请', '申请材料')).toBe(false)
  })

  test('of a character with several readings are those of the keyword', () => {
    expect(soundsAlike('巨', '车', ['ju'])).toBe(true)
    expect(soundsAlike('巨', '车')).toBe(false)
  })
})

describe('the nearest word', () => {
  test.each([
    ['大形餐馆', ['大型餐馆', '小型餐馆'], '大型餐馆'],
    ['大餐馆', ['大型餐馆', '中型饭店'], '大型餐馆'],
    ['必须', ['必要', '非必要', '免提交'], '必要'],
    ['经营面职', ['经营面积', '经营年限'], '经营面积'],
    ['审查结论不通过', ['审查结论', '经营面积'], undefined],
    ['甲', ['乙'], undefined],
    ['一类', ['二类', '三类'], undefined],
  ])('to %s', (written, words, nearest) => {
    expect(nearestWord(written, words)).toBe(nearest)
  })

  test('counts letters to insert, delete, replace and swap', () => {
    expect(editDistance('申请材料', '申请材料', 2)).toBe(0)
    expect(editDistance('申请料', '申请材料', 2)).toBe(1)
    expect(editDistance('申请料材', '申请材料', 2)).toBe(1)
    expect(editDistance('申请资料单', '申请材料', 2)).toBe(2)
    expect(editDistance('办理环节', '申请材料', 2)).toBeUndefined()
  })
})
