import { expect, test } from 'vitest'
import { diffLines } from '../../src/render/line-diff.ts'

const before = [
  '办理环节：',
  '  环节：受理',
  '    时限：1天',
  '  环节：复核',
  '    时限：2天',
  '承诺时限：3天',
  '',
].join('\n')

test('tells what changes below the entry in which it stands', () => {
  expect(diffLines(before, before.replace('1天', '半天'))).toEqual([
    '  办理环节：',
    '    环节：受理',
    '-     时限：1天',
    '+     时限：半天',
  ])
})

test('tells an entry that goes with all that belongs to it', () => {
  const after = before.replace('  环节：复核\n    时限：2天\n', '').replace('3天', '1天')
  expect(diffLines(before, after)).toEqual([
    '  办理环节：',
    '-   环节：复核',
    '-     时限：2天',
    '- 承诺时限：3天',
    '+ 承诺时限：1天',
  ])
})

test('says nothing where nothing changes', () => {
  expect(diffLines(before, before.replaceAll('\n', '\n\n'))).toEqual([])
})
