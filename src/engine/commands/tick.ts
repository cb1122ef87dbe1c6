import type { Handler } from '../handler.ts'
import { refuse } from '../refuse.ts'

/** 到时: what has fallen due has happened before any command; where nothing has, there is nothing to do. */
export const tick: Handler<'tick'> = ({ context, events }) => {
  if (context.by.kind !== 'system') return refuse('wrong-role', '到时由系统处理', '到期的事会自动办')
  return events.length > 0 ? undefined : refuse('nothing-due', '现在没有到期的事', '到期以后再看')
}
