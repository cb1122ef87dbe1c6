import type { Construct } from '../construct.ts'

/** 承办能力: how many steps of a bundle an office can do at a time. */
export const bundleCapacityConstructs: readonly Construct[] = [
  {
    id: 'officeCapacity',
    keyword: '承办能力',
    aliases: ['办理能力'],
    hant: '承辦能力',
    pinyin: 'cheng ban neng li',
    role: 'entry',
    under: ['bundle'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    page: 'bundle-steps',
  },
  {
    id: 'officeCapacity.atOnce',
    keyword: '同时办理',
    aliases: ['最多同时办理'],
    hant: '同時辦理',
    pinyin: 'tong shi ban li',
    role: 'attribute',
    under: ['officeCapacity'],
    value: { kind: 'count' },
    page: 'bundle-steps',
  },
]
