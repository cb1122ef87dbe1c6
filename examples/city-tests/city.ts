import { readdirSync, readFileSync } from 'node:fs'
import { compile } from 'zhengwu'

const folder = new URL('../city/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.zw'))

/** 示例市的全部事项，按2026年11月22日有效的规定。换成自己的文件夹，就是自己的城市。 */
export const city = compile(
  files.map((uri) => ({ uri, text: readFileSync(new URL(uri, folder), 'utf8') })),
  { asOf: '2026-11-22' },
)
