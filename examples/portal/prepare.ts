/**
 * 在 zhengwu 的源码仓库里用：把库打包，像用户那样装到仓库的 node_modules 里，再生成网页。已经是最新的就什么也不做。
 * 抄到自己的项目里以后不要这个文件：库用 npm install 装，网页用 npm run build 生成。
 */
import { execSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const portal = fileURLToPath(new URL('.', import.meta.url))
const installed = join(root, 'node_modules/zhengwu')

if (isOlder(join(installed, 'package.json'), [join(root, 'src'), join(root, 'package.json')])) installPackage()
if (isOlder(join(portal, 'dist/index.html'), [join(portal, 'client'), join(portal, 'index.html')])) {
  console.log('生成网页')
  // 测试里 NODE_ENV 是 test，那样做出来的是开发用的网页。
  const env = { ...process.env, NODE_ENV: 'production' }
  execSync('npx vite build --logLevel error', { cwd: portal, stdio: 'inherit', env })
}

function installPackage() {
  console.log('打包并安装 zhengwu')
  if (isOlder(join(root, 'dist/index.d.ts'), [join(root, 'src')])) {
    execSync('npm run --silent build', { cwd: root, stdio: 'inherit' })
  }
  const folder = mkdtempSync(join(tmpdir(), 'zhengwu-portal-'))
  execSync(`npm pack --silent --ignore-scripts --pack-destination "${folder}"`, { cwd: root, stdio: 'ignore' })
  rmSync(installed, { recursive: true, force: true })
  mkdirSync(installed, { recursive: true })
  // 库要的软件包仓库里都有，展开就能用，不必联网再装一遍。
  execSync(`tar -xzf ${readdirSync(folder)[0]} --strip-components=1 -C "${installed}"`, { cwd: folder })
  rmSync(folder, { recursive: true })
  // 包里的文件都写着同一个旧日期。
  utimesSync(join(installed, 'package.json'), new Date(), new Date())
}

/** 有没有哪个来源比做出来的文件新。 */
function isOlder(made: string, sources: readonly string[]): boolean {
  if (!existsSync(made)) return true
  return sources.some((path) => newest(path) > statSync(made).mtimeMs)
}

function newest(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return Math.max(...entries.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}
