import type { Matter } from '../../model/matter.ts'
import { foldKey } from '../../syntax/fold.ts'
import type { Draft } from '../lower/draft.ts'
import { originOf } from '../lower/read-node.ts'
import { lineOf } from './burdens.ts'
import { isAllowed, type Refining, reportDeviation } from './refining.ts'
import { isSame } from './restated.ts'

/** Brackets behind the name of a matter: （示例市示例区）. */
const SUFFIX = /[（(][^（）()]*[）)]$/

/** 名称: where it is the same everywhere, an implementation may only add its place in brackets. */
export function checkName({ base, local, block, lowering, ...refining }: Refining): void {
  const root = foldKey(base.name)
  const name = foldKey(local.name)
  const place = SUFFIX.exec(base.name)?.[0] ?? ''
  const stem = foldKey(base.name.slice(0, base.name.length - place.length))
  if (!refining.isUnified('name') || name.startsWith(root) || (stem !== '' && name.startsWith(stem))) return
  const deviation = { element: 'name', direction: 'free', from: base.name, to: local.name } as const
  const origin = { file: lowering.source.uri, span: block.valueSpan }
  const text = `${base.name}（${local.authority ?? '本地'}）`
  const fixes = [{ title: `改为“${text}”`, applicability: 'ask' as const, edits: [{ origin, text }] }]
  const known = { base, local, block, lowering, ...refining }
  reportDeviation({ ...deviation, place: originOf(lowering.source, block), against: base.origin, fixes }, known)
}

/** 编码: an 实施编码 goes on from the 基本编码; another one needs 可以调整. */
export function applyCode(draft: Draft<Matter>, refining: Refining): void {
  const { base, local } = refining
  const { code } = local
  if (code === undefined || code === base.code) return
  const from = base.code === undefined ? '没有规定' : `“${base.code}”`
  const deviation = { element: 'code', direction: 'free', from, to: `“${code}”`, against: base.origin } as const
  const goesOn = base.code === undefined || code.startsWith(base.code)
  if (goesOn || isAllowed({ ...deviation, place: lineOf('matter.code', refining) }, refining)) draft.code = code
}

/** 依据: local ones are added to those above, unless these are to be the same everywhere. */
export function applySources(draft: Draft<Matter>, refining: Refining): void {
  const { base, local } = refining
  const added = local.sources.filter((source) => !base.sources.some((other) => isSame(source, other)))
  const [first] = added
  if (first === undefined) return
  if (refining.isUnified('sources')) {
    const place = first.origin ?? lineOf('source', refining)
    const against = base.sources[0]?.origin ?? base.origin
    reportDeviation({ element: 'sources', direction: 'free', from: '', to: '', place, against }, refining)
  } else draft.sources = [...base.sources, ...added]
}
