import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { PlainFact } from 'zhengwu/engine'
import * as z from 'zod'

/** 一份传上来的材料。文件按内容的指纹存放，同一份只存一次。 */
const uploadSchema = z.strictObject({ fileName: z.string(), reference: z.string(), bytes: z.number() })
export type Upload = z.infer<typeof uploadSchema>

const answersSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const uploadsSchema = z.record(z.string(), uploadSchema)
const rowSchema = z.object({
  id: z.string(),
  service: z.string(),
  person: z.string(),
  answers: z.string(),
  uploads: z.string(),
  submitted: z.number(),
})

/** 还没有提交的申请：答过的问题、传过的材料。提交以后编号就是办件编号。 */
export interface Draft {
  readonly id: string
  readonly service: string
  readonly person: string
  readonly answers: Readonly<Record<string, PlainFact>>
  readonly uploads: Readonly<Record<string, Upload>>
  readonly isSubmitted: boolean
}

/** 传过的一份；名称是请求里来的，不能碰到对象自带的东西。 */
export function uploadOf({ uploads }: Draft, material: string): Upload | undefined {
  return Object.hasOwn(uploads, material) ? uploads[material] : undefined
}

/** 办件以外要存的：草稿、文件、演示的钟。办件在引擎自己的库里。 */
export interface PortalStore {
  readonly draft: (id: string) => Draft | undefined
  readonly drafts: (person: string) => readonly Draft[]
  readonly saveDraft: (draft: Draft) => void
  readonly removeDraft: (id: string) => void
  readonly saveFile: (bytes: Uint8Array) => string
  readonly readFile: (reference: string) => Uint8Array<ArrayBuffer>
  readonly setting: (name: string) => string | undefined
  readonly saveSetting: (name: string, value: string) => void
  readonly close: () => void
}

export function openPortalStore(folder: string): PortalStore {
  mkdirSync(join(folder, 'files'), { recursive: true })
  const db = new DatabaseSync(join(folder, 'portal.db'))
  db.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS drafts (
      id TEXT PRIMARY KEY, service TEXT NOT NULL, person TEXT NOT NULL,
      answers TEXT NOT NULL, uploads TEXT NOT NULL, submitted INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `)
  const fileOf = (reference: string) => join(folder, 'files', reference.replace('sha256:', ''))
  return {
    draft(id) {
      const row = db.prepare('SELECT * FROM drafts WHERE id = ?').get(id)
      return row && readDraft(row)
    },
    drafts: (person) =>
      db
        .prepare('SELECT * FROM drafts WHERE person = ? AND submitted = 0 ORDER BY rowid DESC')
        .all(person)
        .map(readDraft),
    saveDraft({ id, service, person, answers, uploads, isSubmitted }) {
      db.prepare(
        `INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
         SET answers = excluded.answers, uploads = excluded.uploads, submitted = excluded.submitted`,
      ).run(id, service, person, JSON.stringify(answers), JSON.stringify(uploads), isSubmitted ? 1 : 0)
    },
    removeDraft(id) {
      db.prepare('DELETE FROM drafts WHERE id = ?').run(id)
    },
    saveFile(bytes) {
      const reference = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
      writeFileSync(fileOf(reference), bytes)
      return reference
    },
    readFile: (reference) => Uint8Array.from(readFileSync(fileOf(reference))),
    setting(name) {
      const value = db.prepare('SELECT value FROM settings WHERE name = ?').get(name)?.['value']
      return typeof value === 'string' ? value : undefined
    },
    saveSetting(name, value) {
      db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(name, value)
    },
    close: () => db.close(),
  }
}

function readDraft(row: Record<string, unknown>): Draft {
  const { submitted, answers, uploads, ...rest } = rowSchema.parse(row)
  return {
    ...rest,
    answers: answersSchema.parse(JSON.parse(answers)),
    uploads: uploadsSchema.parse(JSON.parse(uploads)),
    isSubmitted: submitted === 1,
  }
}
