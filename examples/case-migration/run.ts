import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from 'zhengwu'
import { type Actor, openEngine } from 'zhengwu/runner'

const first = readFileSync(new URL('../quick-start/permit.zw', import.meta.url), 'utf8')
const second = first
  .replace('到现场次数：1次', '到现场次数：1次\n过渡：从短')
  .replace('环节：现场核查\n    时限：5个工作日', '环节：现场核查\n    时限：3个工作日')
  .replace('  环节：制证送达', '  环节：归档\n    时限：0.5个工作日\n  环节：制证送达')
  .replace('承诺时限：8个工作日', '承诺时限：7个工作日')

const folder = mkdtempSync(join(tmpdir(), 'cases-'))
let clock = Date.parse('2026-09-28T09:00:00+08:00')
const open = (text: string) =>
  openEngine({
    store: `sqlite:${join(folder, 'cases.db')}`,
    definitions: compile([{ uri: 'permit.zw', text }]).matters.values(),
    now: () => clock,
    pollEvery: false,
  })
const applicant: Actor = { kind: 'applicant', id: 'company-7', roles: [] }
const officer: Actor = { kind: 'staff', id: 'officer-3', roles: [] }
const system: Actor = { kind: 'system', id: 'system', roles: [] }
const caseId = '2026-000003'

const before = await open(first)
const materials = [{ name: '劳务派遣经营许可申请书' }]
await before.dispatch({ caseId, matter: '劳务派遣经营许可', by: applicant, command: { kind: 'submit', materials } })
await before.dispatch({ caseId, by: system, command: { kind: 'answerService', request: 2, outcome: 'done' } })
await before.dispatch({ caseId, by: officer, command: { kind: 'accept' } })
await before.dispatch({ caseId, by: officer, command: { kind: 'startStep', step: '材料审查' } })
await before.stop()

// 改了事项，重新启动：办件仍用它开始时的那一版，直到有人让它改。
clock += 86_400_000
const after = await open(second)
const kept = await after.read(caseId)
if (kept.ok) console.log('重启后', kept.value.definition.nodes.map(({ name }) => name).join('→'))

const plan = await after.planMigration(caseId)
if (!plan.ok) throw new Error(plan.error.message)
console.log('照旧', plan.value.kept.join('、'))
console.log('往后', plan.value.toCome.join('、'))

const moved = await after.migrate(caseId, officer)
if (moved.kind === 'refused') console.log('不改', moved.refusal.message, moved.refusal.help)
else console.log('改了', moved.events.map(({ kind }) => kind).join('、'))
const now = await after.read(caseId)
if (now.ok) console.log('改版后', now.value.definition.nodes.map(({ name }) => name).join('→'))
await after.stop()
rmSync(folder, { recursive: true })
