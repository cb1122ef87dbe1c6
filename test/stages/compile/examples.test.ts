import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rational } from '../../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../../src/calendar/duration.ts'
import { compile } from '../../../src/compile/compile.ts'
import { startMeasuring } from '../../../src/graph/measuring.ts'
import { criticalPath } from '../../../src/graph/paths.ts'
import { judgeTarget } from '../../../src/graph/target-verdict.ts'
import { type Matter, matterSchema } from '../../../src/model/matter.ts'
import { generateCatalogue } from '../../support/generate-catalogue.ts'
import { expectGolden } from '../../support/golden.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const golden = fileURLToPath(new URL('./golden/', import.meta.url))

function sourcesIn(folder: string) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.zw'))
    .map((name) => ({ uri: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))
}

/** A model to read: a line a part, without the places, which every edit of the text moves, and without empty lists. */
function outline(matter: Matter | undefined): string {
  const bare = JSON.stringify(matter, (key, value: unknown) =>
    key === 'origin' || (Array.isArray(value) && value.length === 0) ? undefined : value,
  )
  const lines = Object.entries<unknown>(JSON.parse(bare)).flatMap(([key, value]) =>
    Array.isArray(value)
      ? [`${key}:`, ...value.map((item) => `  ${JSON.stringify(item)}`)]
      : [`${key}: ${JSON.stringify(value)}`],
  )
  return `${lines.join('\n')}\n`
}

const language = compile(sourcesIn('examples/language'), { asOf: '2026-11-22' })
const city = compile(sourcesIn('examples/city'), { asOf: '2026-11-22' })
const found = (workspace: typeof language) =>
  workspace.diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${message}`)

describe('the reference examples of the language', () => {
  const full = language.matters.get('食品经营许可（餐饮服务）新办')

  test('compile without errors; the one warning is due: nothing depends on who applies', () => {
    expect(found(language)).toEqual(['warning ZW4005 “信息：申请人类型”没有被用到'])
  })

  test('the whole of 3.2 becomes the model that its golden file shows', () => {
    expectGolden(join(golden, 'full-matter.txt'), outline(full?.matter))
  })

  test('so does 3.1', () => {
    const simple = language.matters.get('社会保障卡密码重置')
    expectGolden(join(golden, 'simple-matter.txt'), outline(simple?.matter))
  })

  test('3.2 takes eight working days, as promised, which is 60 % less than the statute allows', () => {
    expect(full).toBeDefined()
    if (full === undefined) return
    const path = criticalPath(full.graph, { conversion: DEFAULT_CONVERSION })
    expect(path?.workdays).toEqual(rational(8))
    expect(path?.steps.map(({ name }) => name)).toEqual(['受理', '现场核查', '决定', '制证送达'])
    const measuring = startMeasuring(full.matter, full.graph, { asOf: '2026-11-22', conversion: DEFAULT_CONVERSION })
    expect(measuring.promised().map(({ workdays }) => workdays)).toEqual([rational(8)])
    const [target] = full.matter.targets
    const verdict = target && judgeTarget(measuring, target)
    expect(verdict).toMatchObject({ kind: 'decided', met: true, compression: { ratio: rational(3, 5) } })
  })
})

describe('every matter that compiles', () => {
  const generated = compile(generateCatalogue(200, 7), { asOf: '2026-11-22' })
  const matters = [language, city, generated].flatMap((workspace) => [...workspace.matters.values()])

  test('is what the schema of the model says', () => {
    expect(matters.length).toBeGreaterThan(220)
    for (const { matter } of matters) {
      const checked = matterSchema.safeParse(matter)
      expect(checked.error?.issues ?? [], matter.name).toEqual([])
      expect(checked.data).toEqual(matter)
    }
  })

  test('is plain JSON: nothing is there but undefined', () => {
    for (const { matter } of matters) expect(JSON.parse(JSON.stringify(matter))).toStrictEqual(matter)
  })

  test('the generated catalogue has nothing to complain about', () => {
    expect(found(generated)).toEqual([])
  })

  test('the city has no errors but the targets that its matters miss in truth', () => {
    const errors = city.diagnostics.filter(({ severity }) => severity === 'error')
    expect([...new Set(errors.map(({ code }) => code))]).toEqual(['ZW6006'])
  })
})
