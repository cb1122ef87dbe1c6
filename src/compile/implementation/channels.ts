import { isKeyOf } from '../../base/keys-of.ts'
import type { Matter } from '../../model/matter.ts'
import { CHANNELS } from '../../model/terms.ts'
import type { Draft } from '../lower/draft.ts'
import { childrenOf, originOf, valueIn } from '../lower/read-node.ts'
import { lowerAnnotations } from '../lower/sources.ts'
import { lineOf } from './burdens.ts'
import { isAllowed, type Refining } from './refining.ts'

type ChannelList = Matter['channels']

/** 渠道 and 增加渠道: more ways to apply need 可以增加, fewer of them 可以调整. */
export function applyChannels(draft: Draft<Matter>, refining: Refining): void {
  const { base, local, block, lowering } = refining
  const isOpen = base.channels.length === 0 && !refining.isUnified('channels')
  const change = (to: ChannelList, place: ReturnType<typeof lineOf>): boolean => {
    const isLess = base.channels.some((channel) => !to.includes(channel))
    const isMore = to.some((channel) => !draft.channels.includes(channel))
    if (!isLess && !isMore) return false
    const direction = isLess ? 'free' : 'up'
    const words = { from: printChannels(draft.channels), to: printChannels(to) }
    return isOpen || isAllowed({ element: 'channels', direction, ...words, place, against: base.origin }, refining)
  }
  if (local.channels.length > 0 && change(local.channels, lineOf('channels', refining))) draft.channels = local.channels
  for (const line of childrenOf(block, 'addedChannels')) {
    const ids = valueIn(line, 'enums')?.ids ?? []
    const all = [...new Set([...draft.channels, ...ids.filter((id) => isKeyOf(CHANNELS, id))])]
    if (!change(all, originOf(lowering.source, line))) continue
    draft.channels = all
    draft.notes = [...draft.notes, ...lowerAnnotations(line, lowering).notes]
  }
}

function printChannels(channels: ChannelList): string {
  return channels.length === 0 ? '没有规定' : `“${channels.map((channel) => CHANNELS[channel]).join('、')}”`
}
