import type { Construct } from '../construct.ts'

/** 工作日历: days off and days worked over the published notices. */
export const workCalendarConstructs: readonly Construct[] = [
  {
    id: 'workCalendar',
    keyword: '工作日历',
    hant: '工作日曆',
    pinyin: 'gong zuo ri li',
    role: 'block',
    takes: ['source', 'note', 'remark'],
    value: { kind: 'name' },
    many: true,
    page: 'work-calendar',
  },
  {
    id: 'workCalendar.off',
    keyword: '放假',
    aliases: ['休息'],
    hant: '放假',
    pinyin: 'fang jia',
    role: 'attribute',
    under: ['workCalendar'],
    value: { kind: 'dateRanges' },
    many: true,
    page: 'work-calendar',
  },
  {
    id: 'workCalendar.worked',
    keyword: '上班',
    aliases: ['调休上班'],
    hant: '上班',
    pinyin: 'shang ban',
    role: 'attribute',
    under: ['workCalendar'],
    value: { kind: 'dateRanges' },
    many: true,
    page: 'work-calendar',
  },
]
