import type { Explanation } from '../explanation.ts'

/** ZW70xx explained: what a lawful and complete guide needs (依据和一致). */
export const LAW_EXPLAINED = {
  ZW7001: {
    meaning:
      '受理条件只有一句话，没有说怎样算符合。能由信息判断的，写出来就能自动判断；不能的，要写明由人看什么，报告里会另外计数。',
    mend: '补上“判断：”或者“人工判断：”。',
    bad: ['条件：年满六十周岁'],
    good: ['条件：年满六十周岁', '  人工判断：核对身份证件上的出生日期'],
  },
  ZW7002: {
    meaning: '向申请人要材料，应当有法律、法规或者规章的依据。没有依据的材料，清理时首先要取消。',
    mend: '在材料下面补上“依据：”；没有依据的，取消这份材料。',
    bad: ['材料：从业人员健康证明', '  必要性：必要'],
    good: ['材料：从业人员健康证明', '  必要性：必要', '  依据：《公共场所卫生管理条例》'],
  },
  ZW7005: {
    meaning: '受理条件提到要有某份文件，申请材料里却没有列出，申请人事先不知道要带。',
    mend: '在“申请材料：”里补上；通过数据共享核验的，也要列出，写“必要性：免提交”。',
    bad: ['申请材料：'],
    good: ['申请材料：', '  材料：居住证', '    形式：原件'],
  },
} as const satisfies Readonly<Record<string, Explanation>>
