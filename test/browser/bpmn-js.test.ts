import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/compile/compile.ts'
import { readBpmn } from '../../src/exchange/bpmn/read-bpmn.ts'
import { writeBpmn } from '../../src/exchange/bpmn/write-bpmn.ts'
import { withoutOrigins } from '../../src/model/write-model-json.ts'
import { anyBpmnMatter } from '../support/bpmn-matters.ts'
import { exampleWorkspaces } from '../support/syntax-examples.ts'
import { type OpenBrowser, openBrowser } from './open-page.ts'

const viewer = fileURLToPath(import.meta.resolve('bpmn-js/dist/bpmn-viewer.development.js'))
const style = fileURLToPath(import.meta.resolve('bpmn-js/dist/assets/diagram-js.css'))
const examples = exampleWorkspaces().flatMap((sources) =>
  [...compile(sources).versions.values()].flat().map(({ matter }) => matter),
)

let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  browser = await openBrowser(
    '<!doctype html><meta charset="utf-8"><div id="canvas" style="width:1600px;height:900px"></div>',
  )
  page = (await browser.open({ viewport: { width: 1600, height: 900 } })).page
  await page.addStyleTag({ path: style })
  await page.addScriptTag({ path: viewer })
  await page.evaluate(`viewer = new BpmnJS({ container: '#canvas' })`)
})
afterAll(() => browser.close())

/** What the viewer says of a document, and what of it lies over something else. */
interface Look {
  readonly warnings: readonly string[]
  readonly overlaps: readonly string[]
}

/** Opens a document and looks at it as bpmn-js draws it. Words are measured with the fonts of the browser. */
async function look(xml: string): Promise<Look> {
  return page.evaluate(`(async () => {
    const { warnings } = await viewer.importXML(${JSON.stringify(xml)})
    const all = viewer.get('elementRegistry').getAll()
    const isFrame = ({ type, businessObject }) => /Participant|Lane$|Collaboration/.test(type) || businessObject.triggeredByEvent
    const isLine = ({ waypoints }) => waypoints !== undefined
    const shapes = all.filter((each) => each.parent && each.width && !isLine(each) && !isFrame(each))
    const label = ({ type, labelTarget }) => type === 'label' || labelTarget !== undefined
    const box = (each) => ({ left: each.x, top: each.y, right: each.x + each.width, bottom: each.y + each.height })
    const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
    const within = (a, b) => { for (let at = a.parent; at; at = at.parent) if (at === b) return true; return false }
    const overlaps = []
    shapes.forEach((a, index) => {
      for (const b of shapes.slice(index + 1)) {
        if (within(a, b) || within(b, a) || a.host === b || b.host === a) continue
        if (label(a) && label(b) && a.labelTarget === b) continue
        if (meets(box(a), box(b))) overlaps.push(a.id + ' / ' + b.id)
      }
    })
    for (const each of shapes) {
      const frame = each.parent
      if (label(each) || each.host || !frame.width) continue
      const isInside = each.x >= frame.x && each.y >= frame.y && each.x + each.width <= frame.x + frame.width && each.y + each.height <= frame.y + frame.height
      if (!isInside) overlaps.push(each.id + ' out of ' + frame.id)
    }
    for (const line of all.filter(isLine)) {
      const ends = [line.source, line.target]
      line.waypoints.slice(1).forEach((to, index) => {
        const from = line.waypoints[index]
        const piece = { left: Math.min(from.x, to.x), right: Math.max(from.x, to.x) + 2, top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y) + 2 }
        for (const shape of shapes) {
          const isOwn = ends.includes(shape) || ends.some((end) => within(end, shape) || end.host === shape) || shape.labelTarget === line
          if (!isOwn && meets(piece, box(shape))) overlaps.push(line.id + ' through ' + shape.id)
        }
      })
      for (const [end, { x, y }] of [[line.source, line.waypoints[0]], [line.target, line.waypoints.at(-1)]]) {
        if (!end.width) continue
        const { left, top, right, bottom } = box(end)
        const near = (a, b) => Math.abs(a - b) < 1.5
        const isAtSide = (near(x, left) || near(x, right)) && y > top - 1.5 && y < bottom + 1.5
        const isAtEdge = (near(y, top) || near(y, bottom)) && x > left - 1.5 && x < right + 1.5
        if (!isAtSide && !isAtEdge) overlaps.push(line.id + ' ends off the border of ' + end.id)
      }
    }
    return { warnings: warnings.map(({ message }) => message), overlaps }
  })()`)
}

test.each(examples.map((matter) => [matter.name, matter] as const))(
  '%s opens without a word and nothing lies over another',
  async (_, matter) => {
    expect(await look(await writeBpmn(matter))).toEqual({ warnings: [], overlaps: [] })
  },
)

test('so does any matter', async () => {
  await fc.assert(
    fc.asyncProperty(anyBpmnMatter, async (matter) => {
      expect(await look(await writeBpmn(matter))).toEqual({ warnings: [], overlaps: [] })
    }),
    { numRuns: 150 },
  )
})

test('what bpmn-js saves is read back the same', async () => {
  for (const matter of examples) {
    await look(await writeBpmn(matter))
    const saved: string = await page.evaluate('viewer.saveXML({ format: true }).then(({ xml }) => xml)')
    expect(await readBpmn(saved)).toEqual({ ok: true, value: { matter: withoutOrigins(matter), parts: [] } })
  }
})

test('the looking sees a shape over another, and the viewer an element that is drawn nowhere', async () => {
  const [matter] = examples
  if (matter === undefined) throw new Error('no examples')
  const xml = await writeBpmn(matter)
  const [, box = ''] = /bpmnElement="Step_0">\s*(<dc:Bounds[^>]*>)/.exec(xml) ?? []
  const moved = xml.replace(/(bpmnElement="Start">\s*)<dc:Bounds[^>]*>/, `$1${box}`)
  expect((await look(moved)).overlaps).not.toEqual([])
  const undrawn = xml
    .replace(/<bpmn:task id="x"\/>/, '')
    .replace('</bpmn:process>', '<bpmn:sequenceFlow id="lost" sourceRef="nobody" targetRef="Start"/></bpmn:process>')
  expect((await look(undrawn)).warnings).not.toEqual([])
})
