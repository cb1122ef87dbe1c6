import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Office } from './office.ts'
import { answerProblem, problem } from './problem.ts'
import { caseRoutes } from './routes/cases.ts'
import { deskRoutes } from './routes/desk.ts'
import { draftRoutes } from './routes/drafts.ts'
import { serviceRoutes } from './routes/services.ts'
import { sessionRoutes } from './routes/session.ts'

/** 门户的全部接口。页面用它的类型（hono/client），两边对不上就编译不过。 */
export function createApp(office: Office) {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
    }),
  )
  app.use('/api/*', csrf())
  app.use('/api/*', bodyLimit({ maxSize: 12_000_000, onError: () => tooLarge() }))
  app.onError(answerProblem)
  app.route('/api', apiOf(office))
  app.all('/api/*', (c) => answerProblem(problem(404, '没有这个地址', '请从首页重新进入'), c))
  return app
}

function apiOf(office: Office) {
  return new Hono()
    .route('/session', sessionRoutes(office))
    .route('/services', serviceRoutes(office))
    .route('/drafts', draftRoutes(office))
    .route('/cases', caseRoutes(office))
    .route('/desk', deskRoutes(office))
}

export type Api = ReturnType<typeof apiOf>

function tooLarge(): never {
  throw problem(413, '文件太大', '每份文件不超过10MB，请压缩以后再传')
}
