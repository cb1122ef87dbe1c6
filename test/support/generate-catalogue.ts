import type { SourceFile } from '../../src/base/source-file.ts'

/**
 * A catalogue of made-up matters of about 60 lines each, as a city publishes them: instant services, plain licences,
 * licences with situations and parallel steps, and a few with choices and special procedures. The same seed gives the
 * same text. Figures and articles only fill the lines.
 */
export function generateCatalogue(matters: number, seed = 1): readonly SourceFile[] {
  const random = createRandom(seed)
  return Array.from({ length: matters }, (_, index) => ({
    uri: `catalogue/matter-${index + 1}.zw`,
    text: `${generateMatter(index, random).join('\n')}\n`,
  }))
}

/** Picks a whole number below `bound`. */
type Random = (bound: number) => number

/** A small deterministic generator (Mulberry32): the measurements must see the same texts on every machine. */
function createRandom(seed: number): Random {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t)
    return ((t ^ (t >>> 14)) >>> 0) % bound
  }
}

const FIELDS = [
  '食品经营',
  '药品零售',
  '公共场所卫生',
  '道路运输',
  '特种设备',
  '户外广告',
  '民办培训',
  '烟草专卖',
  '水土保持',
  '医疗机构',
]
const ACTIONS = ['许可新办', '许可变更', '许可延续', '许可注销', '备案', '证书补发', '登记', '核准']
const OFFICES = [
  '市场监督管理局',
  '卫生健康委员会',
  '交通运输局',
  '城市管理局',
  '教育局',
  '应急管理局',
  '住房和城乡建设局',
]
const LAWS = [
  '中华人民共和国食品安全法',
  '中华人民共和国药品管理法',
  '公共场所卫生管理条例',
  '中华人民共和国道路运输条例',
  '户外广告管理办法',
]
const DOCUMENTS = [
  '申请书',
  '营业执照',
  '法定代表人身份证件',
  '经营场所证明',
  '平面布置图',
  '设备设施清单',
  '管理制度',
  '从业人员健康证明',
  '委托书',
  '检测报告',
]
const LEVELS = ['市级', '县级', '市级、县级', '县级、乡级']
const CHANNELS = ['窗口办理、网上办理', '网上办理', '窗口办理、网上办理、自助终端', '窗口办理、邮寄办理']

function pick(words: readonly string[], random: Random): string {
  return words[random(words.length)] ?? ''
}

function generateMatter(index: number, random: Random): readonly string[] {
  const kind = random(10)
  if (kind < 2) return instantService(index, random)
  if (kind < 5) return plainLicence(index, random)
  return situationalLicence(index, random, kind >= 8)
}

function heading(index: number, random: Random, type: string, caseType: string): readonly string[] {
  return [
    '语言版本：1',
    '',
    `事项：${pick(FIELDS, random)}${pick(ACTIONS, random)}（第${index + 1}项）`,
    `编码：${String(1_000_000 + index)}`,
    '版本：2026年第1版',
    `事项类型：${type}`,
    `办件类型：${caseType}`,
    `行使层级：${pick(LEVELS, random)}`,
    '服务对象：企业法人、个体工商户',
    `实施主体：${pick(OFFICES, random)}`,
    '施行：自2026年1月1日起',
    `到现场次数：${random(2)}次`,
    `依据：《${pick(LAWS, random)}》第${1 + random(80)}条第${1 + random(3)}款`,
    '',
  ]
}

function documents(count: number, random: Random, condition: string | undefined): readonly string[] {
  const first = random(DOCUMENTS.length - count)
  return DOCUMENTS.slice(first, first + count).flatMap((name, position) => [
    `  材料：${name}`,
    ...(condition !== undefined && position === count - 1 ? [`    当：【${condition}】`] : []),
    `    形式：${pick(['原件', '电子件', '原件、复印件', '电子证照'], random)}`,
    `    份数：${1 + random(3)}份`,
    `    来源：${pick(['申请人自备', '政府部门核发', '数据共享'], random)}`,
    `    必要性：${pick(['必要', '必要', '非必要', '免提交'], random)}`,
  ])
}

function instantService(index: number, random: Random): readonly string[] {
  return [
    ...heading(index, random, '公共服务', '即办件'),
    '申报信息：',
    '  信息：本人办理',
    '    类型：是否',
    '    提问：是本人来办理吗？',
    '  信息：联系电话',
    '    类型：文本',
    '    提问：请留下联系电话。',
    '',
    '情形：委托他人代办',
    '  当：非【本人办理】',
    '',
    '受理条件：',
    '  条件：申请人信息与登记信息一致',
    '    人工判断：核对身份证件与登记信息',
    '  条件：不在限制办理名单内',
    '    人工判断：查询限制办理名单',
    '',
    '申请材料：',
    ...documents(3, random, '委托他人代办'),
    '',
    '办理环节：',
    '  环节：受理并办结',
    '    角色：综合窗口人员',
    '    时限：当场',
    '    审查标准：材料齐全、信息一致',
    '    产出：办理结果告知单',
    '',
    '法定时限：1个工作日',
    '  起算：受理之日的次日',
    '承诺时限：当场',
    '收费：不收费',
    '  说明：免收工本费',
    `渠道：${pick(CHANNELS, random)}`,
    '结果：办理结果告知单',
    '  类型：文书',
    '  形式：电子件',
  ]
}

function plainLicence(index: number, random: Random): readonly string[] {
  const review = 1 + random(6)
  return [
    ...heading(index, random, '行政许可', '承诺件'),
    '受理条件：',
    '  条件：申请人具有独立承担责任的能力',
    '    人工判断：核对登记状态为存续',
    '  条件：经营场所符合规划和安全要求',
    '    人工判断：核对场所证明和安全检查意见',
    '    不符合提示：经营场所不符合要求的，请先整改',
    '',
    '申请材料：',
    ...documents(3, random, undefined),
    '',
    '办理环节：',
    '  环节：受理',
    '    角色：综合窗口人员',
    '    时限：1个工作日',
    '  环节：审查',
    '    角色：审查人员',
    `    时限：${review}个工作日`,
    '    审查标准：材料真实有效',
    '  环节：决定',
    '    角色：审批负责人',
    '    时限：1个工作日',
    '    产出：许可证',
    '',
    '法定时限：20个工作日',
    '  起算：受理之日的次日',
    '  依据：《中华人民共和国行政许可法》第四十二条',
    `承诺时限：${review + 2}个工作日`,
    '收费：不收费',
    `渠道：${pick(CHANNELS, random)}`,
    '结果：许可证',
    '  类型：证照',
    '  有效期：5年',
  ]
}

function situationalLicence(index: number, random: Random, withChoice: boolean): readonly string[] {
  const inspection = 2 + random(5)
  const area = 50 + 10 * random(20)
  const ending = withChoice ? choiceEnding() : ['  环节：制证送达', '    时限：1个工作日', '    产出：许可证']
  return [
    ...heading(index, random, '行政许可', '承诺件'),
    '申报信息：',
    '  信息：经营面积',
    '    类型：数',
    '    单位：平方米',
    '    提问：经营场所面积是多少平方米？',
    '  信息：经营方式',
    '    类型：枚举',
    '    取值：零售、批发、网络经营',
    '  信息：审查结论',
    '    类型：枚举',
    '    取值：通过、不通过',
    '    填写人：审批负责人',
    '',
    '情形：需要现场核查',
    `  当：【经营面积】${area}平方米以上 且 【经营方式】不为 网络经营`,
    '',
    '申请材料：',
    ...documents(2, random, '需要现场核查'),
    '',
    '办理环节：',
    '  环节：受理',
    '    时限：1个工作日',
    '  环节：材料审查',
    '    时限：2个工作日',
    '  环节：现场核查',
    '    当：【需要现场核查】',
    `    时限：${inspection}个工作日`,
    '  并联：材料审查、现场核查',
    '  环节：决定',
    '    时限：1个工作日',
    '    填写：审查结论',
    ...ending,
    '',
    '法定时限：20个工作日',
    `承诺时限：${inspection + 3}个工作日`,
    '目标：',
    '  压减时限：不低于40%',
    '    口径：法定时限→承诺时限',
    '结果：许可证',
    '  类型：证照',
    ...(withChoice ? ['结果：不予许可决定书', '  类型：文书'] : []),
  ]
}

function choiceEnding(): readonly string[] {
  return [
    '  分流：决定结果',
    '    如果：【审查结论】为 通过，转 制证送达',
    '    否则：转 不予许可',
    '  环节：制证送达',
    '    时限：1个工作日',
    '    产出：许可证',
    '  环节：不予许可',
    '    时限：1个工作日',
    '    产出：不予许可决定书',
    '    终止：是',
    '特别程序：专家评审',
    '  当：【经营方式】为 批发',
    '  位置：材料审查之后',
    '  时限：20个工作日',
    '  计时：不计入',
    '  依据：《中华人民共和国行政许可法》第四十五条',
  ]
}
