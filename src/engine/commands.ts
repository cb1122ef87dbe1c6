import type { CommandKind } from './command.ts'
import { accept } from './commands/accept.ts'
import { answerService } from './commands/answer-service.ts'
import { close } from './commands/close.ts'
import { completeStep } from './commands/complete-step.ts'
import { deliver } from './commands/deliver.ts'
import { endProcedure } from './commands/end-procedure.ts'
import { extend } from './commands/extend.ts'
import { provideFacts } from './commands/provide-facts.ts'
import { provideMaterials } from './commands/provide-materials.ts'
import { rate } from './commands/rate.ts'
import { refuseCase } from './commands/refuse-case.ts'
import { requestService } from './commands/request-service.ts'
import { requestSupplement } from './commands/request-supplement.ts'
import { returnTo } from './commands/return-to.ts'
import { startProcedure } from './commands/start-procedure.ts'
import { startStep } from './commands/start-step.ts'
import { submit } from './commands/submit.ts'
import { supplement } from './commands/supplement.ts'
import { terminate } from './commands/terminate.ts'
import { tick } from './commands/tick.ts'
import { withdraw } from './commands/withdraw.ts'
import type { Handler } from './handler.ts'

/** What each command does to a case that is there (命令表). */
export const COMMANDS: { readonly [K in CommandKind]: Handler<K> } = {
  submit,
  requestSupplement,
  supplement,
  provideFacts,
  provideMaterials,
  accept,
  refuse: refuseCase,
  startStep,
  completeStep,
  returnTo,
  startProcedure,
  endProcedure,
  extend,
  close,
  deliver,
  withdraw,
  terminate,
  rate,
  requestService,
  answerService,
  tick,
}
