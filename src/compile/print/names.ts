import { foldCode } from '../../syntax/fold.ts'
import { isBracketed } from '../../syntax/values/name-tokens.ts'

const OPENING_NAME = 0x5b

/** Marks that end a sentence or part a list: behind a bare name they are no part of it. */
const END_MARKS = new Set([...'。;、,'].map((mark) => mark.charCodeAt(0)))

/** Marks at which a list is split, and those that keep what they enclose together. */
const LIST_MARKS = new Set([...'、,;([《»"'].map((mark) => foldCode(mark.charCodeAt(0))))

/** Longest name that a list reads in brackets. Unit: UTF-16 units. */
const LONGEST_IN_BRACKETS = 190

/** A name after a keyword (名称): as it is, in 【】 only where it would be read otherwise without. */
export function printName(name: string): string {
  const last = foldCode(name.charCodeAt(name.length - 1))
  return END_MARKS.has(last) || foldCode(name.charCodeAt(0)) === OPENING_NAME ? bracketed(name) : name
}

/** A name in 【】; one whose own brackets don't pair can only stand bare. */
export function bracketed(name: string): string {
  const written = `【${name}】`
  return isBracketed(written, 0, written.length) ? written : name
}

/**
 * A list of names (名称表), in 【】 where one of them has a mark in it. `declared` are the names among which the list is
 * read: where one of these has a mark in it, several others may look like it.
 */
export function printNames(names: readonly string[], declared: readonly string[] = []): readonly string[] {
  const plain = ![...names, ...declared].some(hasListMark)
  return plain ? names : names.map(bracketedInList)
}

/** A name of a list in 【】. */
export function bracketedInList(name: string): string {
  return name.length > LONGEST_IN_BRACKETS ? name : bracketed(name)
}

function hasListMark(name: string): boolean {
  for (let at = 0; at < name.length; at++) {
    const code = foldCode(name.charCodeAt(at))
    if (LIST_MARKS.has(code) || END_MARKS.has(code)) return true
  }
  return false
}

/** 事项·名称 (路径名), each in 【】 where it has a mark in it at which it would be split. */
export function printPath(owner: string, part: string): string {
  return [owner, part].map((name) => (SPLIT_MARKS.test(name) ? bracketed(name) : name)).join('·')
}

/** What parts a path or a list, and brackets, which keep what they enclose together. */
const SPLIT_MARKS = /[·•‧・･、､﹑,，﹐;；﹔。｡[\]【】〔〕［］「」『』〖〗]/
