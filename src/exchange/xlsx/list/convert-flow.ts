import type { CellText } from '../compose/cell-text.ts'
import { type Converted, freeName, type MatterBuilder } from './list-row.ts'
import { readLimit } from './parse-limit-text.ts'
import { halfWidth, saysNothing, splitItems, splitOutside } from './split-text.ts'

/** Words of the names that steps of an organ have. */
const STEP =
  /受理|收件|接件|登记|预审|初审|审查|审核|复审|复核|勘验|勘查|踏勘|核查|核验|评审|评估|检验|检测|鉴定|听证|公示|公告|论证|会审|会签|研究|决定|审批|批准|核准|签发|办结|办理|制证|发证|颁证|出证|缴费|收费|送达|领取|告知|归档|备案|发放|拨付|审定|认定/

/** What the applicant does: no step of the organ. */
const BY_APPLICANT = /^(?:申请|提出申请|提交|网上申请|网上申报|窗口申请|申报|准备材料|取件|取证|评价)/

/** Who works on a step: 审批科科长, 综合窗口, 市场监管局. */
const WHO = /(?:人员|人|员|窗口|窗|科|处|股|室|岗|局|厅|委|办|中心|大厅|部门|机关|负责人|领导|科长|处长|主任|局长)$/

/** Longest name of a step. Unit: characters. */
const LONGEST_NAME = 20

interface StepReading {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** 办理流程: steps where the text lists them (审查：业务人员；0.5个工作日), else prose. */
export function convertFlow(cell: CellText, build: MatterBuilder): Converted {
  if (saysNothing(cell.text)) return { outcome: 'omitted' }
  const doubts: string[] = []
  const items = splitItems(splitSteps(cell.text), /[；;](?=[^；;：:]{1,12}[：:])/).map((item) => readStep(item, doubts))
  const steps = items.filter((item): item is StepReading => typeof item !== 'string' && !BY_APPLICANT.test(item.name))
  const rest = items.filter((item) => typeof item === 'string' || BY_APPLICANT.test(item.name)).map(textOf)
  // 按规定办理 is no list of steps; 受理：窗口；1个工作日 may be one of a single step.
  const [only] = steps
  const isSentence = steps.length === 1 && only !== undefined && Object.keys(only.attributes).length === 0
  if (steps.length === 0 || rest.length > steps.length || isSentence) {
    build.note(`办理流程：${cell.text}`, cell)
    return { outcome: 'note', doubt: '没有认出环节，请照流程写“环节”' }
  }
  const taken = new Set<string>()
  for (const { name, attributes } of steps) build.add('step', freeName(name, taken), cell, attributes)
  for (const text of rest) build.note(`办理流程：${text}`, cell)
  return { outcome: 'structured', ...(doubts.length > 0 && { doubt: doubts.join('；') }) }
}

/** What stands between steps that are written in a row: an arrow says so by itself, a dash or 、 only between names of steps. */
const ARROW = /\s*(?:[-—=]+[>＞]|[→⇒➔➜➡⟶↓>＞])\s*/g
const BETWEEN = [/[-－—–―]/, /、/]

/** The steps a line each. */
function splitSteps(text: string): string {
  const lines = text.replace(ARROW, '\n')
  if (lines.includes('\n')) return lines
  for (const mark of BETWEEN) {
    const parts = splitOutside(text, mark)
    if (parts.length > 1 && parts.every((part) => isStepName(bareName(part)))) return parts.join('\n')
  }
  return text
}

/** 1.受理（1个工作日） without what stands around its name. */
function bareName(part: string): string {
  return part
    .replace(/^\s*\d{1,2}\s*[.．、]\s*/, '')
    .replace(/[（(][^（()）]*[）)]$/, '')
    .trim()
}

function isStepName(name: string): boolean {
  const isShort = name !== '' && name.length <= LONGEST_NAME && !/^\d|[，,。！？]/.test(name)
  return isShort && (STEP.test(name) || BY_APPLICANT.test(name))
}

function textOf(item: StepReading | string): string {
  if (typeof item === 'string') return item
  const { name, attributes } = item
  return [name, ...Object.values(attributes)].join('，')
}

function readStep(item: string, doubts: string[]): StepReading | string {
  const [head = '', tail = ''] = splitHead(item)
  const name = bareName(head)
  // A sentence that speaks of 受理 is no step.
  if (!isStepName(name)) return item
  const inside = /[（(]([^（()）]+)[）)]$/.exec(head)?.[1]
  const attributes = new Map<string, string>()
  const notes: string[] = []
  for (const word of splitOutside([inside ?? '', tail].join('；'), /[；;，,。]/)) {
    const plain = word.replace(/^(?:办理人员|办理人|责任人|承办人|承办机构|办理时限|时限|期限)[：:]?/, '')
    const isLimit =
      /\d|当场|即办|半|[一二两三四五六七八九十]+个?(?:工作|自然)?日/.test(halfWidth(plain)) && plain.length <= 12
    const { text, doubt } = isLimit ? readLimit(plain, undefined) : {}
    if (text !== undefined && !attributes.has('step.limit')) {
      attributes.set('step.limit', text)
      if (doubt !== undefined) doubts.push(`环节“${name}”${doubt}`)
    } else if (WHO.test(plain) && plain.length <= LONGEST_NAME && !attributes.has('step.role'))
      attributes.set('step.role', plain)
    else if (/^(?:审查标准|审核标准|标准)[：:]/.test(word))
      attributes.set('step.reviewStandard', word.replace(/^[^：:]+[：:]/, ''))
    else notes.push(word)
  }
  if (notes.length > 0) attributes.set('note', notes.join('；'))
  return { name, attributes: Object.fromEntries(attributes) }
}

function splitHead(item: string): readonly [string, string] {
  const at = item.search(/[：:]/)
  return at < 0 ? [item, ''] : [item.slice(0, at).trim(), item.slice(at + 1).trim()]
}
