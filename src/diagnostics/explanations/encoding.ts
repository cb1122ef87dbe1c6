import type { Explanation } from '../explanation.ts'

/** ZW01xx explained: how the file is saved and which characters it uses (文件和字符). */
export const ENCODING_EXPLAINED = {
  ZW0101: {
    meaning:
      '文件是用“ANSI”（GBK、GB18030）或者UTF-16保存的，不是UTF-8。内容已经照那种编码读了出来，但换一台电脑、换一个编辑器就可能变成乱码。',
    mend: '在编辑器里选“另存为”，编码选UTF-8；或者运行 zw fmt，写回的文件都是UTF-8。',
  },
  ZW0102: {
    meaning: '文件开头没有写明用的是哪一版语言。现在按最新版本理解；以后语言升级，写明版本的文件读法不变。',
    mend: '在文件第一行补上“语言版本：1”。',
    bad: ['事项：老年人优待证办理'],
    good: ['语言版本：1', '', '事项：老年人优待证办理'],
  },
  ZW0103: {
    meaning:
      '从网页、微信或者PDF复制的文字里常夹带零宽字符，看不见，却会让两个看上去一样的名称在别的系统里对不上。本系统比较名称时不计这些字符，但公布出去的文字应当干净。',
    mend: '删去看不见的字符；最省事的办法是把这个词重新打一遍。',
    bad: ['材料：优待证申\u200b请表'],
    good: ['材料：优待证申请表'],
  },
  ZW0104: {
    meaning:
      '名称里有一个外形与常用字几乎一样的生僻字，多半是扫描识别（OCR）或者输入时带进来的。人看不出差别，检索和比对却对不上。',
    mend: '改成常用字；确实要用这个字的，可以不改。',
    bad: ['材料：户囗簿'],
    good: ['材料：户口簿'],
  },
  ZW0105: {
    meaning: '一个文件里的问题多得不正常，多半是选错了文件（例如选了网页、表格或者压缩包），再逐条列下去没有用处。',
    mend: '确认文件是.zw文件；确实是的，改好前面列出的问题，再检查一遍。',
  },
} as const satisfies Readonly<Record<string, Explanation>>
