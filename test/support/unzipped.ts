import { listEntries, unpack } from '../../src/exchange/xlsx/file/zip.ts'

/** The files of an archive as texts, by their names (解开的压缩包). */
export async function unzipped(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const entry of listEntries(bytes)) {
    const pieces: Uint8Array[] = []
    await unpack(bytes, entry, { left: 1e9 }, (piece) => pieces.push(piece))
    files.set(entry.name, Buffer.concat(pieces).toString('utf8'))
  }
  return files
}
