import fc from 'fast-check'

const cell = fc.constantFrom(
  ...['材料', '形式', '份数', '说明', '环节', '时限', '审查标准', '→结果', '经营面积', '备注'],
  ...[
    '申请书',
    '原件、复印件',
    '1份',
    '5个工作日',
    '不满50',
    '150以上',
    '是',
    'A4',
    '一、受理',
    '1. 受理',
    '甲：乙',
    '份数：1份',
  ],
  ...['', '', '—', '—', '。', '｜', '|', '与食品经营相适应的主要设备设施、经营布局、操作流程等文件'],
)

const row = fc.tuple(
  fc.array(cell, { minLength: 1, maxLength: 5 }),
  fc.constantFrom<(cells: readonly string[]) => string>(
    (cells) => `｜ ${cells.join(' ｜ ')} ｜`,
    (cells) => `  ｜ ${cells.join(' ｜ ')} ｜。`,
    (cells) => `│${cells.join('│')}│`,
    (cells) => `|${cells.join('|')}`,
    (cells) => cells.join('\t'),
  ),
)

const other = fc.constantFrom(
  ...[
    '事项：甲',
    '材料库：乙',
    '申请材料：',
    '材料：申请书',
    '份数：1份',
    '任选其一：申请书、',
    '【身份证】',
    '办理环节：',
    '环节：受理',
  ],
  ...[
    '申报信息：',
    '信息：经营面积',
    '类型：数',
    '情形：大',
    '当：经营面积150以上且大',
    '当 经营面积 150以上',
    '依据：《甲法》第一条、',
    '第二条',
  ],
  ...['判定表：核查', '命中：唯一', '用例：乙', '例子：', '承诺时限：5个工作日', '份竖：2', '：无', '及时办理 ｜'],
  ...[
    '说明：核验原件后当场退还，并在受理通知书上注明收到的日期和经办人',
    '核验原件后当场退还，并在受理通知书上注明收到的日期和经办人以及',
  ],
  ...['', '', '注：下一页', '# 注', '———', '|---|---|', '├──┼──┤'],
)

/** Rows of tables in every style, and what may stand between them, in no order (乱表). */
export const tableLines: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      row.map(([cells, write]) => write(cells)),
      other,
    ),
    { maxLength: 25 },
  )
  .map((lines) => lines.join('\n'))
