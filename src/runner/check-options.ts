import { isKeyOf, keysOf } from '../base/keys-of.ts'
import { alertRuleSchema } from '../engine/clocks/alert-rule.ts'
import { EVENT_KINDS } from '../engine/event.ts'
import { SERVICES } from '../engine/parts.ts'

/** The longest wait that a timer of Node knows; it fires at once beyond. Unit: ms. */
const LONGEST_WAIT = 2 ** 31 - 1

const DEFINITIONS_HINT = '写编译出来的事项，至少一个，如 result.matters.values()'

/** What each option of an engine may be, and what to write (引擎设置的写法). */
const ENGINE: Table = {
  store: [isStore, "写 'memory:'、'sqlite:文件'、'postgres://…'，或者已经打开的存储"],
  definitions: [isIterable, DEFINITIONS_HINT],
  calendar: [isCalendar, '写 createCalendar() 建的日历'],
  now: [isFunction, '写给出毫秒数的函数，如 Date.now'],
  services: [isPorts, `按服务写函数，服务有：${keysOf(SERVICES).join('、')}`],
  policy: [
    isPolicy,
    "写 { alerts: 预警规则的列表, mostReturns: 最多退回几次 }，规则如 { scope: 'total', level: 'yellow', when: { kind: 'left', workdays: '1' } }",
  ],
  retry: [
    isRetry,
    '写 { firstDelay, longestDelay, mostAttempts }：间隔是不小于0的毫秒数，longestDelay不短于firstDelay，mostAttempts是1以上的整数',
  ],
  pollEvery: [isPoll, `写1至${LONGEST_WAIT}的毫秒数；不要后台的，写 false`],
  onTrouble: [isFunction, '写听问题的函数'],
  driver: [isFunction, '写用 CaseOperations 建 CaseDriver 的函数'],
}

const SUBSCRIPTION: Table = {
  kinds: [isKinds, `写事件种类的列表，种类有：${EVENT_KINDS.join('、')}`],
  concurrency: [isPositive, '写1以上的整数'],
}

type Table = Readonly<Record<string, readonly [isFit: (value: unknown) => boolean, hint: string]>>

/** Throws a TypeError for options with which no engine can work (核对引擎的设置): which one, and what to write. */
export function checkOptions(options: unknown): void {
  if (!isRecord(options)) throw new TypeError('openEngine要写设置：{ store, definitions }')
  for (const required of ['store', 'definitions']) {
    if (options[required] === undefined) throw unfit('openEngine', required, '没有写', ENGINE[required]?.[1])
  }
  checkTable('openEngine', ENGINE, options)
}

/** Throws a TypeError where the definitions are none (核对事项): an empty list, or the pairs that a map gives. */
export function checkSources(sources: readonly unknown[]): void {
  const fits = sources.every((each) => isRecord(each) && isRecord(each['matter']) && isRecord(each['graph']))
  if (sources.length === 0 || !fits) throw unfit('openEngine', 'definitions', '不对', DEFINITIONS_HINT)
}

/** Throws a TypeError for a subscription that would never hear of anything (核对订阅). */
export function checkSubscription(name: unknown, handler: unknown, options: unknown = {}): void {
  if (typeof name !== 'string' || name === '') throw unfit('subscribe', 'name', '不对', '写订阅的名称，每次启动都一样')
  if (!isFunction(handler)) throw unfit('subscribe', 'handler', '不对', '写处理事件的函数')
  if (!isRecord(options)) throw unfit('subscribe', 'options', '不对', '写 { kinds, concurrency }')
  checkTable('subscribe', SUBSCRIPTION, options)
}

function checkTable(where: string, table: Table, options: Readonly<Record<string, unknown>>): void {
  for (const [option, value] of Object.entries(options)) {
    if (!isKeyOf(table, option)) throw unfit(where, option, '没有这一项', `有：${keysOf(table).join('、')}`)
    const [isFit, hint] = table[option] ?? [isFunction, '']
    if (value !== undefined && !isFit(value)) throw unfit(where, option, '不对', hint)
  }
}

/** It never repeats a value: a store may hold a password. */
function unfit(where: string, option: string, what: string, hint = ''): TypeError {
  return new TypeError(`${where}的${option}${what}：${hint}`)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function'
}

function isStore(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' : isRecord(value) && isFunction(value['append'])
}

function isIterable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

function isCalendar(value: unknown): boolean {
  return isRecord(value) && isFunction(value['statusOf'])
}

function isPorts(value: unknown): boolean {
  if (!isRecord(value)) return false
  return Object.entries(value).every(
    ([name, port]) => isKeyOf(SERVICES, name) && (port === undefined || isFunction(port)),
  )
}

function isPolicy(value: unknown): boolean {
  if (!isRecord(value) || !hasOnly(value, ['alerts', 'mostReturns'])) return false
  return alertRuleSchema.array().safeParse(value['alerts']).success && isCount(value['mostReturns'])
}

function isRetry(value: unknown): boolean {
  if (!isRecord(value) || !hasOnly(value, ['firstDelay', 'longestDelay', 'mostAttempts'])) return false
  const { firstDelay, longestDelay, mostAttempts } = value
  return isDelay(firstDelay) && isDelay(longestDelay) && firstDelay <= longestDelay && isPositive(mostAttempts)
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function isPoll(value: unknown): boolean {
  return value === false || (isDelay(value) && value >= 1 && value <= LONGEST_WAIT)
}

function isKinds(value: unknown): boolean {
  const known: ReadonlySet<unknown> = new Set(EVENT_KINDS)
  return Array.isArray(value) && value.length > 0 && value.every((kind) => known.has(kind))
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isPositive(value: unknown): boolean {
  return isCount(value) && value !== 0
}

function hasOnly(value: object, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key))
}
