import type { CaseHost } from './case-host.ts'
import { type DueRun, summarizeWoken } from './due-run.ts'
import { inParallel } from './in-parallel.ts'
import { type Woken, wakeCase } from './wake-case.ts'

/** How many cases are listed at a time, and how many of them are looked at side by side. */
const PAGE = 500
const SIDE_BY_SIDE = 8

/** Looks at every case anew whose clocks still run (重排到时): what its timer says was counted by an older calendar. */
export async function rearmCases(host: CaseHost): Promise<DueRun> {
  const woken: Woken[] = []
  let after: string | undefined
  for (;;) {
    const page = await host.store.list({ limit: PAGE, ...(after !== undefined && { after }) })
    const running = page.filter(({ status, wakeAt }) => wakeAt !== null || OPEN.has(status))
    await inParallel(running, SIDE_BY_SIDE, async ({ caseId }) => {
      woken.push(await wakeCase(host, caseId, host.now()))
    })
    after = page.at(-1)?.caseId
    if (after === undefined) return summarizeWoken(woken)
  }
}

const OPEN: ReadonlySet<string> = new Set(['received', 'supplementing', 'accepted'])
