import type { Construct } from '../construct.ts'

/** Where, when and under which number people are served. */
export const servicePointConstructs: readonly Construct[] = [
  {
    id: 'matter.location',
    keyword: '办理地点',
    aliases: ['办理地址'],
    hant: '辦理地點',
    pinyin: 'ban li di dian',
    role: 'attribute',
    under: ['matter', 'implementation'],
    value: { kind: 'text' },
    page: 'service-point',
  },
  {
    id: 'matter.openingHours',
    keyword: '办理时间',
    aliases: ['办公时间', '受理时间'],
    hant: '辦理時間',
    pinyin: 'ban li shi jian',
    role: 'attribute',
    under: ['matter', 'implementation'],
    value: { kind: 'text' },
    page: 'service-point',
  },
  {
    id: 'matter.enquiryPhone',
    keyword: '咨询电话',
    aliases: ['咨询方式', '咨询服务', '联系电话'],
    hant: '諮詢電話',
    pinyin: 'zi xun dian hua',
    role: 'attribute',
    under: ['matter', 'implementation'],
    value: { kind: 'text', phrase: true },
    page: 'service-point',
  },
  {
    id: 'matter.complaintPhone',
    keyword: '监督电话',
    aliases: ['投诉电话', '监督投诉电话', '监督投诉方式'],
    hant: '監督電話',
    pinyin: 'jian du dian hua',
    role: 'attribute',
    under: ['matter', 'implementation'],
    value: { kind: 'text', phrase: true },
    page: 'service-point',
  },
]
