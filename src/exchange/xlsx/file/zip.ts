import { Unreadable } from './unreadable.ts'

/** One file in an archive (压缩包里的一个文件). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  /** Where its packed bytes are told to be. Unit: bytes. */
  readonly header: number
  readonly packed: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8
/** Bit of the flags that says that the file is encrypted. */
const ENCRYPTED = 1
/** The end of the directory and the longest comment behind it. Unit: bytes. */
const LONGEST_END = 22 + 0xffff

/** Lists the files of an archive by its directory (目录), without unpacking any. */
export function listEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) throw new Unreadable('不是完整的xlsx文件：压缩包没有结尾，可能没有传完')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new Unreadable('压缩包的目录是坏的')
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new Unreadable('文件加了密码，请去掉密码再导入')
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      header: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return undefined
}

/** The packed bytes of an entry, which its own header leads to. */
function packedBytes(bytes: Uint8Array, { header, packed, name }: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (header + 30 > bytes.length || view.getUint32(header, true) !== LOCAL_HEADER) {
    throw new Unreadable(`压缩包里的“${name}”是坏的`)
  }
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + packed > bytes.length) throw new Unreadable(`压缩包里的“${name}”不完整`)
  return bytes.slice(start, start + packed)
}

/** How much may still be unpacked; shared by all the files of an archive, so that many cannot do what one may not. Unit: bytes. */
export interface Allowance {
  left: number
}

/**
 * Unpacks an entry piece by piece (解压). What it really unpacks to is counted, whatever the archive says of it: one that
 * would fill the memory ends here.
 */
export async function unpack(
  bytes: Uint8Array,
  entry: ZipEntry,
  allowance: Allowance,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const { name, method } = entry
  const packed = packedBytes(bytes, entry)
  const count = (piece: Uint8Array) => {
    allowance.left -= piece.length
    if (allowance.left < 0) throw new Unreadable('文件解压以后太大，不像是正常的表格')
    take(piece)
  }
  if (method === STORED) return count(packed)
  if (method !== DEFLATED) throw new Unreadable(`压缩包里的“${name}”用了少见的压缩方法`)
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) count(piece.value)
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    throw error instanceof Unreadable ? error : new Unreadable(`压缩包里的“${name}”解压不了`)
  }
}
