import type { Construct } from '../construct.ts'

/** 办理环节: the section of steps. */
export const stepsConstructs: readonly Construct[] = [
  {
    id: 'steps',
    keyword: '办理环节',
    aliases: ['办理流程', '办理程序'],
    hant: '辦理環節',
    pinyin: 'ban li huan jie',
    role: 'section',
    under: ['matter', 'implementation'],
    value: { kind: 'none' },
    page: 'steps',
  },
]
