import { expect, test } from 'vitest'
import { parseCommand } from '../../../src/engine/parse-command.ts'

test('a command that fits is taken as it is', () => {
  const command = { kind: 'submit', facts: { 经营面积: { kind: 'number', amount: '200' } }, channel: 'online' }
  expect(parseCommand(command)).toEqual({ ok: true, value: command })
})

test.each([
  ['no object', '提交', undefined, /应为对象/],
  ['no kind', {}, 'kind', /kind/],
  ['a kind that is none', { kind: '受理' }, 'kind', /不在可选的范围内/],
  ['a field too many', { kind: 'withdraw', force: true }, undefined, /没有“force”这一项/],
  ['a field too few', { kind: 'startStep' }, 'step', /缺少这一项/],
  ['a value of another type', { kind: 'rate', score: '5' }, 'score', /应为数/],
  ['a value out of range', { kind: 'rate', score: 6 }, 'score', /不能大于5/],
  ['a fact without its shape', { kind: 'provideFacts', facts: { 经营面积: 200 } }, 'facts.经营面积', /应为对象/],
  [
    'an amount with a sign',
    { kind: 'provideFacts', facts: { 经营面积: { kind: 'number', amount: '-5' } } },
    'facts.经营面积.amount',
    /不带负号/,
  ],
  [
    'a document without a name',
    { kind: 'provideMaterials', materials: [{ name: '申请书' }, { name: '' }] },
    'materials[1].name',
    /不能是空的/,
  ],
  ['an empty list', { kind: 'requestSupplement', missing: [] }, 'missing', /至少要有1个/],
])('%s is refused with its field', (_, input, field, words) => {
  const parsed = parseCommand(input)
  if (parsed.ok) throw new Error('accepted')
  expect(parsed.error).toMatchObject({ code: 'bad-command' })
  expect(parsed.error.field).toBe(field)
  expect(parsed.error.message).toMatch(words)
})

test('the refusal names all fields that are wrong, and repeats none of their values', () => {
  const parsed = parseCommand({ kind: 'rate', score: 9, step: ' 张三 ', comment: '' })
  if (parsed.ok) throw new Error('accepted')
  expect(parsed.error.names).toEqual(['score', 'step', 'comment'])
  expect(JSON.stringify(parsed.error)).not.toContain('张三')
})

test('keys whose value is undefined are absent, in every part of a command', () => {
  const command = { kind: 'submit', facts: undefined, materials: [{ name: '申请书', reference: undefined }] }
  expect(parseCommand(command)).toEqual({ ok: true, value: { kind: 'submit', materials: [{ name: '申请书' }] } })
  const parsed = parseCommand({ kind: 'startStep', step: undefined })
  expect(parsed).toMatchObject({ ok: false, error: { field: 'step' } })
})
