import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { CommandFailure } from './command-failure.ts'
import { describeFileError, STDIN_PATH } from './find-files.ts'
import type { CliIo } from './io.ts'

/** A line of a file with its number, counted from 1, without its end (一行). */
export interface NumberedLine {
  readonly number: number
  readonly text: string
}

type InputIo = Pick<CliIo, 'cwd' | 'streamStdin'>

/**
 * The lines of a file one after the other (逐行读取), so that files of any size can be read in little memory; blank lines are
 * passed over. Throws a CommandFailure where the file cannot be read, or is no UTF-8 text.
 */
export async function* readLines(path: string, io: InputIo): AsyncGenerator<NumberedLine> {
  let number = 0
  let rest = ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunksOf(path, io)) {
    const lines = (rest + decode(decoder, chunk, path)).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      number++
      if (text.trim() !== '') yield { number, text }
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest }
}

/** How many lines a file has that are not blank; undefined for standard input, which can be read only once. */
export async function countLines(path: string, io: InputIo): Promise<number | undefined> {
  if (path === STDIN_PATH) return undefined
  let count = 0
  let isBlank = true
  for await (const chunk of chunksOf(path, io)) {
    for (const byte of chunk) {
      if (byte === LINE_END) {
        if (!isBlank) count++
        isBlank = true
      } else if (byte > SPACE) isBlank = false
    }
  }
  return isBlank ? count : count + 1
}

const LINE_END = 10
const SPACE = 32

async function* chunksOf(path: string, io: InputIo): AsyncGenerator<Uint8Array> {
  if (path === STDIN_PATH) {
    yield* io.streamStdin()
    return
  }
  try {
    for await (const chunk of createReadStream(resolve(io.cwd, path))) {
      if (chunk instanceof Uint8Array) yield chunk
    }
  } catch (error) {
    throw new CommandFailure(describeFileError(path, error))
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array, path: string): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw new CommandFailure(`“${path}”不是UTF-8文本`)
  }
}
