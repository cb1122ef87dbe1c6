import type { SourceFile } from '../../src/base/source-file.ts'

/** A matter of two steps without faults; `head` and `body` are further lines of it. */
export function matter(name: string, { head = '', body = '' } = {}): string {
  return `事项：${name}
事项类型：公共服务
办件类型：承诺件
依据：《示例省公共服务条例》第九条
${head}
${body}
办理环节：
  环节：受理
    时限：1个工作日
  环节：审核决定
    时限：2个工作日
    产出：${name}证明

法定时限：10个工作日
承诺时限：3个工作日
结果：${name}证明
`
}

/** A file of these blocks. */
export function file(uri: string, ...blocks: readonly string[]): SourceFile {
  return { uri, text: `语言版本：1\n${blocks.join('\n')}` }
}
