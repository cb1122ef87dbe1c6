import { STARTER_IMPLEMENTATION } from './implementation.ts'
import { STARTER_MATTER } from './matter.ts'
import { STARTER_README } from './readme.ts'

/** One file of a new workspace (初始文件). */
interface StarterFile {
  readonly name: string
  /** What it is, for the list that `zw init` prints. */
  readonly summary: string
  readonly text: string
}

/** The files that `zw init` writes. They are texts of the program, so that the packed command carries them. */
export const STARTER_FILES: readonly StarterFile[] = [
  { name: 'README.md', summary: '先看这里：运行什么，先改什么', text: STARTER_README },
  { name: '公共场所卫生许可.zw', summary: '一个事项，每一段都有注释，带目标和用例', text: STARTER_MATTER },
  { name: '示例区实施清单.zw', summary: '一个区的实施清单：只写本地不同的地方', text: STARTER_IMPLEMENTATION },
]
