import type { Configure } from './configure.ts'

/** One row of the table of commands (命令). */
export interface CommandEntry {
  readonly summary: string
  /** Loads the command's own file; the others stay unread, so that each command starts fast. */
  readonly load: () => Promise<{ readonly configure: Configure }>
}

/** The commands of `zw`, in the order in which the help lists them. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  init: { summary: '新建一个工作区：带注释的示例事项，照着改', load: () => import('./commands/init.ts') },
  check: { summary: '检查.zw文件，逐条说明问题和改法', load: () => import('./commands/check.ts') },
  report: { summary: '算出各事项和整个目录的压减比例', load: () => import('./commands/report.ts') },
  verify: { summary: '核对目标和用例：哪些不成立，是哪几行造成的', load: () => import('./commands/verify.ts') },
  plan: { summary: '为一个事项选措施：达到目标，怎样最省', load: () => import('./commands/plan.ts') },
  bundle: { summary: '把一件事合成一个事项：材料、先后、日期，减了多少', load: () => import('./commands/bundle.ts') },
  run: { summary: '照着事项走一遍办件：受理、办理、计时、办结，钟可以拨', load: () => import('./commands/run.ts') },
  diff: { summary: '对照两版：改了什么，对谁有什么影响', load: () => import('./commands/diff.ts') },
  guide: { summary: '写办事指南，或者申请人自己的办事清单', load: () => import('./commands/guide.ts') },
  ask: {
    summary: '给一个申请人的说明：行不行、为什么、怎样才行、带什么，下一个问什么',
    load: () => import('./commands/ask.ts'),
  },
  match: { summary: '免申即享：一批申请人对全部事项，谁够条件、谁只差一项', load: () => import('./commands/match.ts') },
  graph: { summary: '把流程画成图片，把环节画成横道图', load: () => import('./commands/graph.ts') },
  show: { summary: '打印一个事项或者实施清单的全文，每一行注明出处', load: () => import('./commands/show.ts') },
  deadline: { summary: '从起算日和时限算出到期日，并写明怎么算的', load: () => import('./commands/deadline.ts') },
  explain: { summary: '解释一个诊断码：是什么意思，怎么改', load: () => import('./commands/explain.ts') },
  fmt: { summary: '把.zw文件排成统一的格式', load: () => import('./commands/fmt.ts') },
  export: {
    summary: '把事项写成其他程序的格式：JSON、Excel、BPMN、DMN、CPSV-AP',
    load: () => import('./commands/export.ts'),
  },
  import: { summary: '把JSON、Excel、BPMN变成.zw文件', load: () => import('./commands/import.ts') },
  types: { summary: '把申请表单写成TypeScript类型或者JSON Schema', load: () => import('./commands/types.ts') },
}
