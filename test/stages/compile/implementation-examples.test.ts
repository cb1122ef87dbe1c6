import { expect, test } from 'vitest'
import { rational } from '../../../src/base/rational.ts'
import { DEFAULT_CONVERSION } from '../../../src/calendar/duration.ts'
import { basesOf } from '../../../src/compile/affected-implementations.ts'
import { compile } from '../../../src/compile/compile.ts'
import { startMeasuring } from '../../../src/graph/measuring.ts'
import { criticalPath } from '../../../src/graph/paths.ts'
import { judgeTarget } from '../../../src/graph/target-verdict.ts'
import { exampleSources } from '../../support/syntax-examples.ts'

const compileFolder = (folder: string) =>
  compile(
    exampleSources().filter(({ uri }) => uri.startsWith(folder)),
    { asOf: '2026-11-22' },
  )

test('3.3 takes five working days, as promised, which is 75 % less than the statute allows', () => {
  const local = compileFolder('examples/language').matters.get('食品经营许可（餐饮服务）新办（示例市示例区）')
  expect(local).toBeDefined()
  if (local === undefined) return
  const path = criticalPath(local.graph, { conversion: DEFAULT_CONVERSION })
  expect(path?.workdays).toEqual(rational(5))
  expect(path?.steps.map(({ name }) => name)).toEqual(['受理', '现场核查', '决定', '制证送达'])
  const measuring = startMeasuring(local.matter, local.graph, { asOf: '2026-11-22', conversion: DEFAULT_CONVERSION })
  expect(measuring.promised().map(({ workdays }) => workdays)).toEqual([rational(5)])
  const [target] = local.matter.targets
  const verdict = target && judgeTarget(measuring, target)
  expect(verdict).toMatchObject({ kind: 'decided', met: true, compression: { ratio: rational(3, 4) } })
})

test('the four levels of examples/province each cut further, without a finding', () => {
  const { matters, diagnostics } = compileFolder('examples/province')
  expect(diagnostics).toEqual([])
  const levels = [...matters.values()].map((compiled) => ({
    above: basesOf(compiled).length,
    promised: compiled.matter.promisedLimits.map(({ limit }) => limit),
    path: criticalPath(compiled.graph, { conversion: DEFAULT_CONVERSION })?.workdays,
  }))
  expect(levels).toEqual(
    ['22', '18', '15', '10'].map((amount, above) => ({
      above,
      promised: [{ unit: 'workday', amount }],
      path: rational(Number(amount)),
    })),
  )
})
