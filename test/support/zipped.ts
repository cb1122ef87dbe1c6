import { crc32 } from 'node:zlib'

/** A file to be put into an archive: as it is, or already packed, with the size that the archive claims for it. */
export interface ArchivedFile {
  readonly name: string
  readonly content: string
  readonly packed?: Uint8Array
  readonly size?: number
}

/** An archive of files (压缩包), written by hand so that it can lie. */
export function zipped(files: readonly ArchivedFile[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, packed, size } of files) {
    const data = packed === undefined ? Buffer.from(content) : Buffer.from(packed)
    const fields = Buffer.alloc(22)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800, 2)
    fields.writeUInt16LE(packed === undefined ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(size ?? data.length, 18)
    const label = Buffer.from(name)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(label.length, 0)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, lengths, label, data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 1, 2, 20, 0]),
        fields,
        lengths.subarray(0, 2),
        Buffer.alloc(2),
        rest,
        label,
      ]),
    )
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, listed, end]))
}
