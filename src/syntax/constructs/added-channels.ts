import type { Construct } from '../construct.ts'
import { CHANNELS } from '../words.ts'

/** 增加渠道: further ways to apply, beside those of the base. */
export const addedChannelsConstructs: readonly Construct[] = [
  {
    id: 'addedChannels',
    keyword: '增加渠道',
    hant: '增加渠道',
    pinyin: 'zeng jia qu dao',
    role: 'entry',
    under: ['implementation'],
    takes: ['source', 'note', 'remark'],
    value: { kind: 'enums', words: CHANNELS },
    many: true,
    page: 'added-channels',
  },
]
