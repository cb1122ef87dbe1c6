import type { Construct } from '../construct.ts'
import { CHANNELS } from '../words.ts'

/** 渠道: how one can apply. */
export const channelsConstructs: readonly Construct[] = [
  {
    id: 'channels',
    keyword: '渠道',
    aliases: ['办理渠道'],
    hant: '渠道',
    pinyin: 'qu dao',
    role: 'attribute',
    under: ['matter', 'implementation'],
    value: { kind: 'enums', words: CHANNELS },
    page: 'channels',
  },
]
