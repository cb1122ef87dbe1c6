import { expect, test } from 'vitest'
import { nearest } from '../../src/cli/nearest.ts'

test('names what was probably meant, nearest first', () => {
  expect(nearest('chekc', ['check', 'report', 'fmt'])).toEqual(['check'])
  expect(nearest('ZW4010', ['ZW4001', 'ZW4011', 'ZW4000'])).toEqual(['ZW4011', 'ZW4000', 'ZW4001'])
  expect(nearest('ZW4010', ['ZW4001', 'ZW4011', 'ZW4000'], 1)).toEqual(['ZW4011'])
})

test('is silent where nothing is like it', () => {
  expect(nearest('办件', ['check', 'report'])).toEqual([])
  expect(nearest('行政许可', ['公共服务', '行政检查'])).toEqual(['行政检查'])
})
