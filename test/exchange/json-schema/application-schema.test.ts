import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { compile } from '../../../src/compile/compile.ts'
import { applicationSchema } from '../../../src/exchange/json-schema/application-schema.ts'
import { formSchema } from '../../../src/exchange/json-schema/form-schema.ts'
import { readApplication, writeAnswers } from '../../../src/exchange/json-schema/read-application.ts'
import { expectGolden } from '../../support/golden.ts'
import { EVERY_TYPE } from './every-type.ts'
import { validatorOf } from './validate-with-ajv.ts'

const { matter } = EVERY_TYPE

/** The smallest application: a water work in which nothing more is needed. */
const FACTS = {
  gongChengLeiBie: '水利',
  yiJingYanShou: true,
  junGongRiQi: '2026-02-28',
  kaiGongRiQi: '2025-03-01',
  baoXiuQi: '12个月',
  gongChengZaoJia: 10,
  jianSheDanWei: '示例建设公司',
}
const MATERIALS = { 'BAB-01': 'sha256:0f' }

function problems(facts: object, materials: object = MATERIALS): readonly string[] {
  const parsed = formSchema(matter).safeParse({ facts, materials })
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`)
}

function isValid(facts: object, materials: object = MATERIALS): boolean {
  return validatorOf(applicationSchema(matter))({ facts, materials }) === true
}

test('the JSON Schema of a published matter is this', () => {
  const path = fileURLToPath(new URL('../../../examples/city/road-occupation.zw', import.meta.url))
  const { matters } = compile([{ uri: 'road.zw', text: readFileSync(path, 'utf8') }], { asOf: '2026-11-22' })
  const [compiled] = matters.values()
  const text = compiled && JSON.stringify(applicationSchema(compiled.matter), undefined, 2)
  expectGolden(fileURLToPath(new URL('road-occupation.golden.txt', import.meta.url)), `${text}\n`)
})

test('what is needed in some situations only is demanded in these', () => {
  expect(isValid(FACTS)).toBe(true)
  expect(problems(FACTS)).toEqual([])
  const house = { ...FACTS, gongChengLeiBie: '房屋' }
  expect(isValid(house)).toBe(false)
  expect(problems(house)).toEqual(['facts.jianZhuMianJi “建筑面积”还没有填，请填写'])
  expect(isValid({ ...house, jianZhuMianJi: 4999.9 })).toBe(true)
  expect(isValid({ ...house, jianZhuMianJi: 5000 })).toBe(false)
  expect(problems({ ...house, jianZhuMianJi: 5000 })).toEqual([
    'materials.renFangYanShouYiJian 材料“人防验收意见”还没有交，请上传',
  ])
  expect(isValid({ ...house, jianZhuMianJi: 5000 }, { ...MATERIALS, renFangYanShouYiJian: true })).toBe(true)
})

test('of a 任选 so many have to be there', () => {
  const road = { ...FACTS, gongChengLeiBie: '市政' }
  expect(isValid(road, { ...MATERIALS, junGongTu: true })).toBe(false)
  expect(problems(road, { ...MATERIALS, junGongTu: true })).toEqual([
    'materials “竣工图或测绘报告或监理报告”还差1种，请从“测绘报告”、“监理报告”里选着上传',
  ])
  expect(isValid(road, { ...MATERIALS, junGongTu: true, jianLiBaoGao: true })).toBe(true)
  expect(problems(road, { ...MATERIALS, junGongTu: true, jianLiBaoGao: true })).toEqual([])
})

test('one of a 任选 is not 必要 by itself: it says of which it is, and when', () => {
  const uploads = applicationSchema(matter).properties?.['materials']
  const drawing = (typeof uploads === 'object' && uploads.properties?.['junGongTu']) || {}
  expect(drawing).toMatchObject({ description: '竣工图（“竣工图或测绘报告或监理报告”任选2项，仅限工程类别为“市政”）' })
  expect(typeof drawing === 'object' && drawing['x-ui']).toMatchObject({
    title: '竣工图',
    choices: [{ atLeast: 2, of: ['junGongTu', 'ceHuiBaoGao', 'jianLiBaoGao'], when: '工程类别为“市政”' }],
  })
  expect(typeof drawing === 'object' && drawing['x-ui']).not.toHaveProperty('necessity')
})

test('what JSON Schema cannot say the zod schema finds', () => {
  const late = { ...FACTS, baoXiuQi: '36个月' }
  expect(isValid(late)).toBe(true)
  expect(problems(late)).toEqual(['materials.yanChangBaoXiuChengNuoShu 材料“延长保修承诺书”还没有交，请上传'])
})

test('everything that is wrong is told at once, in Chinese', () => {
  const facts = {
    ...FACTS,
    jianSheDanWei: '',
    gongChengLeiBie: '铁路',
    junGongRiQi: '2026-02-30',
    jianZhuMianJi: -1,
    age: 3,
  }
  const { kaiGongRiQi: _, ...rest } = facts
  expect(problems(rest, { xianChangZhaoPian: 3, other: true })).toEqual([
    'facts.jianSheDanWei “建设单位”还没有填，请填写',
    'facts.gongChengLeiBie “工程类别”请从这几项里选：房屋、市政、水利',
    'facts.jianZhuMianJi “建筑面积”请填不小于0的数，如55、0.5',
    'facts.junGongRiQi “竣工日期”请填存在的日期，如2026-11-22',
    'facts 表单里没有“age”这一项，请按表单的字段填写',
    'materials.xianChangZhaoPian 材料“现场照片”的存放处写得不对，请重新上传',
    'materials 表单里没有“other”这一项，请按表单的字段填写',
    'facts.kaiGongRiQi “开工日期”还没有填，请填写',
    'materials.BAB-01 材料“备案表”还没有交，请上传',
  ])
  expect(
    formSchema(matter)
      .safeParse('x')
      .error?.issues.map(({ message }) => message),
  ).toEqual(['申请应为对象，有facts和materials两部分'])
  expect(
    formSchema(matter)
      .safeParse({ facts: [] })
      .error?.issues.map(({ message }) => message),
  ).toEqual(['“facts”应为对象，请按表单的字段填写', '申请材料还没有交，请上传'])
  expect(
    formSchema(matter)
      .safeParse({})
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  ).toEqual(['facts 申报信息还没有填，请填写', 'materials 申请材料还没有交，请上传'])
})

test('an application is read in the words of the matter, with 默认 for what was left open', () => {
  const read = readApplication(matter, {
    facts: { ...FACTS, gongChengLeiBie: '', jianZhuMianJi: 4000, baoXiuQi: '12个月' },
    materials: { ...MATERIALS, xianChangZhaoPian: true, junGongTu: '' },
  })
  expect(read).toEqual({
    ok: true,
    value: {
      facts: {
        建设单位: { kind: 'text', text: '示例建设公司' },
        工程类别: { kind: 'option', option: '房屋' },
        建筑面积: { kind: 'number', amount: '4000' },
        已经验收: { kind: 'boolean', value: true },
        竣工日期: { kind: 'date', date: '2026-02-28' },
        开工日期: { kind: 'date', date: '2025-03-01' },
        保修期: { kind: 'duration', duration: { unit: 'month', amount: '12' } },
        工程造价: { kind: 'money', amountFen: '1000' },
      },
      materials: [{ name: '备案表', reference: 'sha256:0f' }, { name: '现场照片' }],
    },
  })
  if (!read.ok) return
  expect(writeAnswers(matter, read.value.facts, read.value.materials)).toEqual({
    facts: { ...FACTS, gongChengLeiBie: '房屋', jianZhuMianJi: 4000 },
    materials: { ...MATERIALS, xianChangZhaoPian: true },
  })
})

test('of an application without its parts it is told what is missing, field by field', () => {
  const read = readApplication(matter, {})
  expect(read).toEqual(readApplication(matter, { facts: {}, materials: {} }))
  expect(read.ok ? [] : read.error.slice(0, 2)).toEqual([
    { path: ['facts', 'jianZhuMianJi'], message: '“建筑面积”还没有填，请填写' },
    { path: ['facts', 'yiJingYanShou'], message: '“已经验收”还没有选，请选择' },
  ])
})

test('an application with mistakes is refused with the places', () => {
  expect(readApplication(matter, { facts: FACTS, materials: {} })).toEqual({
    ok: false,
    error: [{ path: ['materials', 'BAB-01'], message: '材料“备案表”还没有交，请上传' }],
  })
})
