import type { CaseStore, StoredEvent } from '../../stores/case-store.ts'

/** A kind of store that is put to the test (受测存储). */
export interface StoreKind {
  /**
   * Makes a new, empty place for cases. Every call of what it gives opens a store at that place, so that several workers
   * share it; for a store that cannot be shared it may give the same one again.
   */
  readonly newPlace: () => Promise<() => Promise<CaseStore>>
  /** False for a store whose cases end with it. */
  readonly durable: boolean
  /** How many open cases it is tried with; 10,000 without. */
  readonly cases?: number
}

/** The store of one test, with the way to open it once more. */
interface StorePlace {
  readonly store: CaseStore
  readonly openAgain: () => Promise<CaseStore>
}

/** Runs a test's body on a new place; closes all stores that were opened there. */
export type OnNewPlace = (body: (place: StorePlace) => Promise<void>) => () => Promise<void>

/** Gives each test a place of its own. */
export function onNewPlaceOf({ newPlace }: StoreKind): OnNewPlace {
  return (body) => async () => {
    const open = await newPlace()
    const opened = new Set<CaseStore>()
    const openAgain = async () => {
      const store = await open()
      opened.add(store)
      return store
    }
    try {
      await body({ store: await openAgain(), openAgain })
    } finally {
      await Promise.all([...opened].map((store) => store.close()))
    }
  }
}

/** All events of a case, in the order in which the store gives them. */
export async function eventsOf(
  store: CaseStore,
  caseId: string,
  afterVersion?: number,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  for await (const event of store.read(caseId, afterVersion)) events.push(event)
  return events
}
