import { define } from '../definition.ts'
import { bracket, quote } from '../wording.ts'

/** ZW60xx, about time limits, targets and their bases (时限和压减). Limits come with their unit: 12个工作日. */
export const LIMITS = {
  ZW6001: define<{ readonly promised: string; readonly statutory: string }>({
    severity: 'error',
    title: '承诺时限超过法定时限',
    message: ({ promised, statutory }) => `承诺时限${promised}超过法定时限${statutory}`,
    label: () => '承诺不能比法定的长',
  }),
  ZW6002: define<{ readonly steps: readonly string[]; readonly total: string; readonly promised: string }>({
    severity: 'error',
    title: '环节用时超过承诺时限',
    message: ({ steps, total, promised }) => `环节用时（${steps.join('→')}＝${total}）超过承诺时限${promised}`,
    label: () => '按现在的环节办不到',
    help: () => '请压缩这些环节的时限，或者让它们并联，或者放宽承诺时限',
  }),
  ZW6003: define<{ readonly total: string; readonly promised: string; readonly slack: string }>({
    severity: 'warning',
    title: '承诺时限没有分配完',
    message: ({ total, promised, slack }) => `环节用时合计${total}，承诺时限${promised}，有${slack}没有分配`,
    label: () => '比环节用时长',
    help: () => '可以把承诺时限压减到环节用时，或者把余下的时间写进环节',
  }),
  ZW6006: define<{
    /** As written: 压减时限：不低于60%. */
    readonly goal: string
    /** 法定20→承诺9 */
    readonly change: string
    /** 压减55% */
    readonly actual: string
    /** 1个工作日 */
    readonly shortfall: string
  }>({
    severity: 'error',
    title: '没有达到压减目标',
    message: ({ goal, change, actual, shortfall }) =>
      `目标${quote(goal)}未达到：${change}，${actual}（还差${shortfall}）`,
    label: () => '没有达到',
  }),
  ZW6007: define<{ readonly goal: string; readonly basis: string }>({
    severity: 'warning',
    title: '没有写压减口径',
    message: ({ goal, basis }) => `${quote(goal)}没有写“口径：”，按“${basis}”计算`,
    label: () => '从什么到什么，请写明',
  }),
  ZW6008: define<{ readonly kind: string; readonly name: string; readonly clock: string }>({
    severity: 'warning',
    title: '不计入时限却没有依据',
    message: ({ kind, name, clock }) => `${kind}${quote(name)}的时间${clock}办理时限，但没有“依据：”`,
    label: () => '没有写依据',
    help: () => '所需时间不计算在期限内的，要有法律依据，如《中华人民共和国行政许可法》第四十五条',
  }),
  ZW6014: define<{ readonly written: string; readonly meaning: string; readonly suggestion: string }>({
    severity: 'warning',
    title: '压减比例可能写反',
    message: ({ written, meaning, suggestion }) => `${quote(written)}是说${meaning}；是不是想写${quote(suggestion)}？`,
    label: () => '“压减60%”与“压减到60%”差得很远',
  }),
  ZW6015: define<{ readonly statutory: string; readonly ceiling: string; readonly source: string }>({
    severity: 'warning',
    title: '法定时限超过法律的一般规定',
    message: ({ statutory, ceiling, source }) => `法定时限${statutory}超过${source}规定的${ceiling}`,
    label: () => '比一般规定长',
    help: () => '法律、法规另有规定的，请在下面写明“依据：”',
  }),
  ZW6016: define<{ readonly step: string }>({
    severity: 'warning',
    title: '环节没有时限',
    message: ({ step }) => `环节${quote(step)}没有写“时限：”，计算关键路径时按0个工作日计`,
    label: () => '没有写时限',
    help: () => '当场办完的请写“时限：即办”；由上一环节一并办理的，请合并成一个环节',
  }),
  ZW6017: define<{ readonly name: string; readonly problem: 'both' | 'neither' }>({
    severity: 'error',
    title: '延长没有写清',
    message: ({ name, problem }) =>
      problem === 'both'
        ? `延长${quote(name)}既写了“时限：”又写了“延长至：”，只能取一种`
        : `延长${quote(name)}没有写延长多久`,
    label: () => '延长多久要写清',
    help: () => '在原时限上再加若干天，写“时限：”；延长到一共若干天，写“延长至：”',
  }),
  ZW6018: define<{ readonly keyword: string; readonly line: number }>({
    severity: 'warning',
    title: '这一行时限用不上',
    message: ({ keyword, line }) =>
      `这一行${quote(`${keyword}：`)}永远用不上：第${line}行没有“当：”，已经包括了所有情形`,
    label: () => '轮不到这一行',
    help: () => '几行时限从上往下取第一个成立的；请把带“当：”的写在前面',
  }),
  ZW6019: define<{ readonly choice: string; readonly fact: string }>({
    severity: 'warning',
    title: '分流所看的信息没有人填写',
    message: ({ choice, fact }) =>
      `分流${quote(choice)}要看${bracket(fact)}，前面的环节却没有哪个“填写：”它，申请人也不填`,
    label: () => '到这里还不知道结果',
  }),
  ZW6024: define<{ readonly step: string; readonly least: string; readonly limit: string }>({
    severity: 'hint',
    title: '实际用时没有一次在时限以内',
    message: ({ step, least, limit }) => `环节${quote(step)}实际最短也用了${least}，时限是${limit}`,
    label: () => '没有一件按时限办完',
    help: () => '请核对单位有没有写错；没有写错的，时限定短了，承诺难以兑现',
  }),
  ZW6023: define<{ readonly steps: readonly string[]; readonly total: string; readonly statutory: string }>({
    severity: 'error',
    title: '受理到决定超过法定时限',
    message: ({ steps, total, statutory }) =>
      `从受理到决定用时（${steps.join('→')}＝${total}）超过法定时限${statutory}`,
    label: () => '法律不允许这么久',
    help: () => '法定时限从受理的次日算到作出决定；请压缩这些环节，依法不计入的写成“特别程序：”并写明依据',
  }),
  ZW6021: define<{ readonly promised: string }>({
    severity: 'error',
    title: '即办件的承诺时限过长',
    message: ({ promised }) => `办件类型为即办件，承诺时限却是${promised}`,
    label: () => '即办件当场或者当天办结',
    help: () => '能当天办结的，写“承诺时限：即办”；不能的，请改为“办件类型：承诺件”',
  }),
}
