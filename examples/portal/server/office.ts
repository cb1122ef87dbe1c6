import { join } from 'node:path'
import { type Calendar, createCalendar } from 'zhengwu/engine'
import { type Engine, openEngine } from 'zhengwu/runner'
import { readCatalogue, type Service } from './catalogue.ts'
import { listPeople, type Person } from './people.ts'
import { openPortalStore, type PortalStore } from './store.ts'

/** 门户要用的一切：办哪些事、引擎、存储、能登录的人、现在几点。 */
export interface Office {
  readonly services: ReadonlyMap<string, Service>
  readonly engine: Engine
  readonly store: PortalStore
  readonly people: ReadonlyMap<string, Person>
  readonly calendar: Calendar
  readonly now: () => number
  /** 演示：把钟往前拨，到期的事随即发生。Unit: ms. */
  readonly moveClock: (by: number) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * 打开门户：办件存在 `cases.db`，其余存在 `portal.db`，都在一个文件夹里。`startAt` 是演示的钟第一次打开时的时刻，
 * 以后照拨过的走；真的门户不拨钟，引擎不写 now。
 */
export async function openOffice(folder: string, startAt?: number): Promise<Office> {
  const services = readCatalogue()
  const store = openPortalStore(folder)
  const definitions = [...services.values()].map(({ definition }) => definition)
  const people = new Map(listPeople(definitions).map((person) => [person.id, person]))
  let ahead = Number(store.setting('clock') ?? (startAt === undefined ? 0 : startAt - Date.now()))
  store.saveSetting('clock', String(ahead))
  const now = () => Date.now() + ahead
  const engine = await openEngine({
    store: `sqlite:${join(folder, 'cases.db')}`,
    definitions,
    now,
    pollEvery: 200,
    services: {
      // 演示：免提交的材料总能从别的部门取到。真的门户在这里接数据共享平台。
      dataSharing: async ({ data }) => ({ outcome: 'done', materials: [{ name: String(data['material']) }] }),
    },
  })
  return {
    services,
    engine,
    store,
    people,
    calendar: createCalendar(),
    now,
    async moveClock(by) {
      ahead += by
      store.saveSetting('clock', String(ahead))
      await engine.runDue(now())
      await engine.deliver()
    },
    async close() {
      await engine.stop()
      store.close()
    },
  }
}
