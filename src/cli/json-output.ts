import type { CliIo } from './io.ts'

/** Writes one JSON document on standard output, the only thing there (机器可读的结果). */
export function printJson(value: unknown, io: CliIo): void {
  io.out(`${JSON.stringify(value, undefined, 2)}\n`)
}
