import { expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { matterText } from '../../support/matter-text.ts'

const waiting = (...texts: readonly string[]) =>
  compile(
    texts.map((text, at) => ({ uri: `${at}.zw`, text })),
    { asOf: '2026-11-22' },
  ).waiting

test('nothing waits where nothing is wrong, or where no check rests on what is', () => {
  expect(waiting(matterText())).toEqual([])
  expect(waiting(matterText({ limits: ['法定时限：5个工作日', '承诺时限：8个工作日'] }))).toEqual([])
})

test('what rests on a line that cannot be read waits until it is mended', () => {
  const materials = ['材料：甲', '  份数：若干']
  expect(waiting(matterText({ materials }))).toEqual(['条件和材料'])
  const steps = ['环节：受理', '  时限：1个工做日', '环节：决定', '  时限：2个工作日']
  const targets = ['压减时限：不低于60%', '  口径：法定时限→承诺时限']
  expect(waiting(matterText({ steps }))).toEqual(['流程', '时限', '条件和材料'])
  expect(waiting(matterText({ steps, targets }))).toEqual(['流程', '时限', '压减目标', '条件和材料'])
})

test('each is named once for all files, and a block without its name waits whole', () => {
  const broken = matterText({ materials: ['材料：甲', '  份数：若干'] }, '甲办理')
  expect(waiting(broken, matterText(), broken.replace('甲办理', '乙办理'))).toEqual(['条件和材料'])
  expect(waiting(matterText().replace('占道施工许可\n', '\n'))).toContain('流程')
})
