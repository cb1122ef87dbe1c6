import { InvalidArgumentError } from 'commander'
import { applyPlan } from '../../analysis/measures/apply-plan.ts'
import { withoutObsoleteMeasures } from '../../analysis/measures/obsolete-measures.ts'
import type { Plan } from '../../analysis/measures/plan.ts'
import { accountForPlan } from '../../analysis/measures/plan-account.ts'
import { planFrontier } from '../../analysis/measures/plan-frontier.ts'
import { planToJson } from '../../analysis/measures/plan-json.ts'
import type { PlanTarget } from '../../analysis/measures/plan-problem.ts'
import { planTargetOf } from '../../analysis/measures/plan-target.ts'
import { compare, multiply, ONE, parseRational, type Rational, rational } from '../../base/rational.ts'
import type { CompiledMatter } from '../../compile/compiled.ts'
import { printMatter, printMatters } from '../../compile/print/matter.ts'
import { printable } from '../../diagnostics/printable.ts'
import type { Matter } from '../../model/matter.ts'
import { diffLines } from '../../render/line-diff.ts'
import { renderPlan } from '../../render/plan-text.ts'
import { bundlePlanTarget } from '../bundle-plan-target.ts'
import { CommandFailure } from '../command-failure.ts'
import { openSources } from '../compile-sources.ts'
import type { Configure } from '../configure.ts'
import { EXIT } from '../exit-code.ts'
import { findMatter } from '../find-matter.ts'
import type { CliIo } from '../io.ts'
import { printJson } from '../json-output.ts'
import { readDateOption } from '../read-date-option.ts'
import { readPercent } from '../read-percent.ts'
import { readWorkspace } from '../read-sources.ts'
import { refuseFaultyFiles } from '../refuse-faulty-files.ts'
import { takeMatter } from '../take-matter.ts'
import { writeResult } from '../write-file.ts'

interface Options {
  readonly target?: PlanTarget
  readonly days?: PlanTarget
  readonly frontier?: true
  readonly apply?: true
  readonly output?: string
  readonly from?: string
  readonly json?: true
  readonly asOf?: string
}

/** `zw plan`: the cheapest 优化措施 that bring a matter to its target, with the proof; exit code 1 when none do. */
export const configure: Configure = (command, io, finish) => {
  takeMatter(command)
    .option('--target <百分数>', '比法定时限至少压减多少，如 60%（默认：事项自己的“目标：”）', readTarget)
    .option('--days <天数>', '至多几个工作日，如 8 或 7.5', readDays)
    .option('--frontier', '另列价目：压到每一种天数，最少要多少成本')
    .option('--apply', '写出采纳方案以后的新版本，并列出改了哪几行；要同时写 -o')
    .option('-o, --output <文件>', '新版本写到哪个文件；已有的文件不覆盖')
    .option('--from <日期>', '新的承诺时限从哪一天起（默认：直接替换现在的）', readDateOption)
    .option('--as-of <日期>', '按哪一天有效的规定算（默认：今天）', readDateOption)
    .option('--json', '输出JSON')
    .action(async (name: string, paths: readonly string[], options: Options) => {
      if ((options.apply === true) !== (options.output !== undefined))
        throw new CommandFailure('--apply 和 -o 要一起写：zw plan 事项 --apply -o 新版本.zw')
      const asOf = options.asOf ?? io.today()
      const read = await readWorkspace(paths, io)
      const { result: workspace } = openSources(read, asOf, io)
      const compiled = findMatter(name, workspace)
      const { matter, bundle, files } = compiled
      refuseFaultyFiles(files, read, workspace, [])
      const target = targetFor(matter, bundle && bundlePlanTarget(bundle, asOf), options)
      const account = accountForPlan(matter, target, { asOf })
      const { plan } = account
      if (plan.status === 'no-baseline')
        throw new CommandFailure(`“${matter.name}”有的情形没有法定时限，算不出压减比例；请用 --days 写天数`)
      const frontier = options.frontier && planFrontier(matter, { asOf })
      if (options.json) printJson(planToJson(account, frontier), io)
      else {
        const width = io.columns === undefined ? {} : { width: io.columns }
        io.out(`${renderPlan(account, frontier, { color: io.color, ...width })}\n`)
      }
      if (options.output !== undefined) apply(compiled, plan, options.output, { asOf, from: options.from }, options, io)
      finish(isReached(plan) ? EXIT.fine : EXIT.findings)
    })
}

function readTarget(written: string): PlanTarget {
  const percent = readPercent(written)
  if (percent.num === 0n || compare(percent, rational(100)) === 0)
    throw new InvalidArgumentError('请写成“60%”的样子，在0和100之间')
  return { kind: 'cut', ratio: multiply(percent, rational(1, 100)) }
}

function readDays(written: string): PlanTarget {
  const workdays = parseRational(written.trim().replace(/(?:个?工作)?[日天]$/, ''))
  if (workdays === undefined || workdays.num < 0n || !isHalfDays(workdays))
    throw new InvalidArgumentError('请写成“8”或者“7.5”的样子，可以有半天')
  return { kind: 'workdays', workdays }
}

function isHalfDays(workdays: Rational): boolean {
  return multiply(workdays, rational(2)).den === ONE.den
}

function targetFor(matter: Matter, ofBundle: PlanTarget | undefined, { target, days }: Options): PlanTarget {
  if (target !== undefined && days !== undefined) throw new CommandFailure('--target 和 --days 只能写一个')
  const own = ofBundle ?? matter.targets.map(planTargetOf).find((each) => each !== undefined)
  const chosen = target ?? days ?? own
  if (chosen !== undefined) return chosen
  throw new CommandFailure(
    `“${matter.name}”没有可以照着算的“目标：”（压减时限：不低于60%，口径从法定时限起）；请写 --target 60% 或者 --days 8`,
  )
}

type Reached = Extract<Plan, { readonly status: 'optimal' | 'already-met' | 'best-known' }>

function isReached(plan: Plan): plan is Reached {
  return plan.status === 'optimal' || plan.status === 'already-met' || plan.status === 'best-known'
}

/** Writes the version of the matter with the plan adopted, and tells which lines change. */
function apply(
  { matter, basedOn }: CompiledMatter,
  plan: Plan,
  output: string,
  settings: { readonly asOf: string; readonly from: string | undefined },
  { json }: Options,
  io: CliIo,
): void {
  if (!isReached(plan)) {
    io.err('zw：达不到目标，没有写出新版本\n')
    return
  }
  const after = withoutObsoleteMeasures(applyPlan(matter, plan, settings).after)
  writeResult(output, printMatters([after]), io.cwd, 'wx')
  if (json) return
  const changes = diffLines(printMatter(matter), printMatter(after))
  const lines = changes.length === 0 ? '没有要改的。' : changes.map(printable).join('\n')
  const whole = basedOn === undefined ? '' : '，沿用基本事项的也写全了'
  io.out(`\n新版本写在“${output}”（按统一的排版重新写出${whole}，原文件里的注没有带过来）。改了这些：\n${lines}\n`)
}
