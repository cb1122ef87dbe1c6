import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'zhengwu'

const folder = fileURLToPath(new URL('../city/', import.meta.url))
/** 各级文件夹里的都读；.zw.md 是写在文档里的事项。 */
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.zw(\.md)?$/.test(name))

/** 示例市的全部事项，按2026年11月22日有效的规定。换成自己的文件夹，就是自己的城市。 */
export const city = compile(
  files.sort().map((uri) => ({ uri, text: readFileSync(join(folder, uri), 'utf8') })),
  { asOf: '2026-11-22' },
)
