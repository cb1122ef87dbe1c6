/** What a column of an 实施清单 says (字段): its usual name first, then what portals and the national database call it. */
interface ListFieldRow {
  readonly names: readonly [string, ...string[]]
  /** The clause of the language that it becomes, for the report. */
  readonly clause: string
}

/**
 * The columns that are understood. Sources: GB/T 39046-2020, the national 实施清单 database and the exports of provincial
 * portals (docs/guides/excel.md names them).
 */
export const LIST_FIELDS = {
  name: { names: ['事项名称', '实施清单名称', '政务服务事项名称', '事项', 'task_name'], clause: '事项' },
  taskCode: { names: ['实施编码', '事项编码', '实施清单编码', '编码', 'task_code'], clause: '编码' },
  catalogCode: { names: ['基本编码', '事项基本编码', 'catalog_code'], clause: '编码' },
  version: { names: ['事项版本', '版本号', '版本', 'task_version'], clause: '版本' },
  type: { names: ['事项类型', '权力类型', '事项类型代码', '事项性质', 'task_type'], clause: '事项类型' },
  level: { names: ['行使层级', '实施层级', '行使层级代码', 'use_level'], clause: '行使层级' },
  authority: {
    names: ['实施主体', '实施主体名称', '实施机关', '实施部门', '部门名称', 'dept_name'],
    clause: '实施主体',
  },
  coAuthorities: { names: ['联办机构', '共同实施部门', '联审部门', 'union_org'], clause: '联办机构' },
  audience: { names: ['服务对象', '办理对象', '服务对象类型', 'serve_type', 'service_object'], clause: '服务对象' },
  caseType: { names: ['办件类型', 'project_type'], clause: '办件类型' },
  mainItem: { names: ['主项名称', '主项'], clause: '主项' },
  businessItem: { names: ['业务办理项名称', '业务办理项', '办理项名称', 'task_handle_item'], clause: '业务办理项' },
  effectiveFrom: { names: ['实施日期', '计划生效日期', '生效日期', '施行日期', 'plan_effective_date'], clause: '施行' },
  effectiveTo: { names: ['计划取消日期', '失效日期', '取消日期', 'plan_cancel_date'], clause: '失效' },
  limits: { names: ['办理时限', '办结时限', '时限'], clause: '法定时限、承诺时限' },
  statutory: {
    names: ['法定办结时限', '法定时限', '法定期限', '法定办结时限（数值）', 'anticipate_day'],
    clause: '法定时限',
  },
  statutoryUnit: { names: ['法定办结时限单位', '法定时限单位', 'anticipate_type'], clause: '法定时限' },
  statutoryNote: { names: ['法定办结时限说明', '法定时限说明', 'anticipate_explain'], clause: '法定时限' },
  promised: { names: ['承诺办结时限', '承诺时限', '承诺期限', 'promise_day'], clause: '承诺时限' },
  promisedUnit: { names: ['承诺办结时限单位', '承诺时限单位', 'promise_type'], clause: '承诺时限' },
  promisedNote: { names: ['承诺办结时限说明', '承诺时限说明', 'promise_explain'], clause: '承诺时限' },
  conditions: { names: ['受理条件', '办理条件', '申请条件', '审批条件', 'accept_condition'], clause: '受理条件' },
  flow: { names: ['办理流程', '办理程序', '办理环节', '审批程序', 'handle_flow'], clause: '环节' },
  materials: { names: ['申请材料', '申报材料', '材料清单', '办理材料', '所需材料'], clause: '材料' },
  special: {
    names: ['特别程序', '特殊程序', '特殊环节', '特别程序名称', '特殊程序类型', 'special_procedure'],
    clause: '特别程序',
  },
  specialLimit: { names: ['特别程序时限', '特殊程序时限', '特殊环节时限'], clause: '特别程序' },
  trips: {
    names: ['到办事现场次数', '到现场次数', '到办事窗口的最少次数', '跑动次数', 'limit_scene_num'],
    clause: '到现场次数',
  },
  charged: { names: ['是否收费', '收费', '收费情况', 'is_fee'], clause: '收费' },
  feeStandard: { names: ['收费标准', 'fee_stand'], clause: '收费' },
  feeBasis: { names: ['收费依据', 'fee_basis'], clause: '收费' },
  basis: { names: ['设定依据', '法律依据', '实施依据', '依据', 'by_law'], clause: '依据' },
  channels: { names: ['办理形式', '办理方式', '办理渠道', '受理方式', 'handle_type', 'handle_form'], clause: '渠道' },
  result: {
    names: ['结果名称', '审批结果名称', '办理结果', '审批结果', '办理结果名称', 'result_name'],
    clause: '结果',
  },
  resultType: { names: ['结果类型', '审批结果类型', '办理结果类型', 'result_type'], clause: '结果' },
  location: { names: ['办理地点', '办理地址', '受理地点', 'transact_addr'], clause: '办理地点' },
  hours: { names: ['办理时间', '办公时间', '受理时间', 'transact_time'], clause: '办理时间' },
  enquiry: { names: ['咨询电话', '咨询方式', '咨询服务', 'link_way'], clause: '咨询电话' },
  complaint: { names: ['监督电话', '监督投诉方式', '投诉电话', '监督投诉电话', 'supervise_way'], clause: '监督电话' },
} as const satisfies Readonly<Record<string, ListFieldRow>>

/** The id of a column that is understood. */
export type ListField = keyof typeof LIST_FIELDS
