import type { Explanation } from '../explanation.ts'

/** ZW11xx explained: what stands after the colon (冒号后面的内容). */
export const VALUES_EXPLAINED = {
  ZW1101: {
    meaning: '冒号后面是空的，这一项等于没有写。',
    mend: '补上内容；没有内容可写的，删去这一行。',
    bad: ['形式：'],
    good: ['形式：原件'],
  },
  ZW1102: {
    meaning:
      '冒号后面的内容不是这一项要的写法：数量要有数，日期要真有这一天，时限要有数和单位，比例要写成百分数。读不懂的内容不会猜着用。',
    mend: '照提示里的例子改写；不能写成数的，改写到“说明：”里。',
    bad: ['份数：若干'],
    good: ['份数：2张'],
  },
  ZW1103: {
    meaning: '这一项只能从规定的几个词里选，写的词不在其中。',
    mend: '改成可选值之一；有特别情况要交代的，另写一行“说明：”。',
    bad: ['必要性：必须'],
    good: ['必要性：必要'],
  },
  ZW1104: {
    meaning: '栏目标题只起分栏的作用，后面不写内容；写在后面的内容没有用上。',
    mend: '把内容另起一行，写成栏目下面的条目。',
    bad: ['申请材料：居民身份证'],
    good: ['申请材料：', '  材料：居民身份证'],
  },
  ZW1105: {
    meaning:
      '改法里凡是电脑不知道的，都留下“（请填写）”，等写的人来填。留着没填，这一项等于没有写，公布出去还会让人看不懂。',
    mend: '把“（请填写）”连同括号换成实际的内容；这一项用不着的，删去这一行。',
    bad: ['材料：（请填写）'],
    good: ['材料：老年人优待证申请表'],
  },
} as const satisfies Readonly<Record<string, Explanation>>
