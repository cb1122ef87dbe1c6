import type { Office } from './office.ts'
import { problem } from './problem.ts'
import type { Upload } from './store.ts'

const LARGEST = 10_000_000

/** 收哪些格式，看文件开头的几个字节，不看文件名。 */
const FORMATS = [
  { type: 'application/pdf', start: [0x25, 0x50, 0x44, 0x46] },
  { type: 'image/png', start: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', start: [0xff, 0xd8, 0xff] },
] as const

/** 收下一份文件；空的、太大的、格式不对的说出来。 */
export async function takeFile({ store }: Office, form: FormData, material: string): Promise<Upload> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    throw problem(422, '没有收到文件，或者文件是空的', '请重新选择文件', material)
  if (file.size > LARGEST) throw problem(413, '文件超过10MB', '请压缩以后再传', material)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (formatOf(bytes) === undefined) {
    throw problem(415, '这个文件不是PDF、PNG或者JPG', '请另存为这三种格式之一再传', material)
  }
  return { fileName: file.name.slice(0, 200), reference: store.saveFile(bytes), bytes: file.size }
}

/** 给出存着的文件。浏览器照我们说的格式看，不自己猜。 */
export function sendFile({ store }: Office, { reference, fileName }: Upload): Response {
  const bytes = store.readFile(reference)
  return new Response(bytes, {
    headers: {
      'Content-Type': formatOf(bytes) ?? 'application/octet-stream',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function formatOf(bytes: Uint8Array): string | undefined {
  return FORMATS.find(({ start }) => start.every((byte, place) => bytes[place] === byte))?.type
}
