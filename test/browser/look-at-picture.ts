import type { Page } from 'playwright-core'

/** Runs in the page: texts in their boxes, boxes apart, lines around boxes, everything on the sheet. */
const LOOK = `(() => {
  const SLACK = 0.75
  const faults = []
  const within = (inner, outer) =>
    inner.x >= outer.x - SLACK &&
    inner.y >= outer.y - SLACK &&
    inner.x + inner.width <= outer.x + outer.width + SLACK &&
    inner.y + inner.height <= outer.y + outer.height + SLACK
  const overlap = (a, b, least) =>
    Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > least &&
    Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > least
  const words = (element) => (element?.textContent ?? '').slice(0, 60)

  for (const svg of document.querySelectorAll('svg.zw-picture')) {
    const name = words(svg.querySelector('title'))
    const sheet = { x: 0, y: 0, width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height }
    const fail = (what, ...where) =>
      faults.push([name, what, ...where.map(words)].join(' | '))
    const texts = [...svg.querySelectorAll('text')].map((element) => ({
      element,
      box: element.getBBox(),
    }))
    for (const { element, box } of texts) if (!within(box, sheet)) fail('a text off the sheet', element)
    texts.forEach(({ element, box }, index) => {
      for (const other of texts.slice(index + 1)) {
        if (overlap(box, other.box, 2)) fail('two texts over each other', element, other.element)
      }
    })

    const boxes = [...svg.querySelectorAll('.flow g, .notes g')].flatMap((element) => {
      const shape = element.querySelector(':scope > .box')
      const isBox = shape !== null && !element.matches('.frame, .chip')
      return isBox ? [{ element, shape, box: shape.getBBox() }] : []
    })
    for (const { element, shape, box } of boxes) {
      if (!within(box, sheet)) fail('a box off the sheet', element)
      const isDiamond = element.matches('.choice')
      for (const text of element.querySelectorAll(':scope > text, :scope > .chip > text')) {
        const inner = text.getBBox()
        if (!within(inner, box)) fail('a text out of its box', text, shape)
        if (!isDiamond) continue
        // Half the height of a line is white above and below its characters.
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
        const across = Math.max(middle.x - inner.x, inner.x + inner.width - middle.x) / (box.width / 2)
        const down = Math.max(middle.y - inner.y, inner.y + inner.height - middle.y) / (box.height / 2)
        if (across + down > 1.25) fail('a text out of its diamond', text)
      }
    }
    boxes.forEach(({ element, box }, index) => {
      for (const other of boxes.slice(index + 1)) {
        if (overlap(box, other.box, 0.5)) fail('two boxes over each other', element, other.element)
      }
    })
    for (const chip of svg.querySelectorAll('.chip')) {
      const shape = chip.querySelector('.box')
      const text = chip.querySelector('text')
      const [outer, inner] = [shape?.getBBox(), text?.getBBox()]
      if (outer && inner && (inner.x < outer.x - SLACK || inner.x + inner.width > outer.x + outer.width + SLACK))
        fail('a text out of its chip', chip)
    }

    const light = (color) => {
      const [r = 0, g = 0, b = 0] = (color.match(/[0-9.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05)
    const paper = getComputedStyle(svg.querySelector('.paper')).fill
    for (const { element, box } of texts) {
      const { parentElement: parent } = element
      const strip = parent.querySelector(':scope > .strip')
      const isOnStrip = strip !== null && within(box, strip.getBBox())
      const ground = isOnStrip ? strip : (parent.querySelector(':scope > .box, :scope > .cover'))
      const color = ground === null ? paper : getComputedStyle(ground).fill
      if (contrast(getComputedStyle(element).fill, color) < 4.5) fail('a text hard to read', element)
    }

    for (const path of svg.querySelectorAll('.line > .way')) {
      const length = path.getTotalLength()
      for (let at = 0; at <= length; at += 3) {
        const { x, y } = path.getPointAtLength(at)
        const through = boxes.find(
          ({ box }) =>
            x > box.x + 1.5 && x < box.x + box.width - 1.5 && y > box.y + 1.5 && y < box.y + box.height - 1.5,
        )
        if (through === undefined) continue
        fail('a line through a box', through.element)
        break
      }
    }
  }
  return faults
})()`

/** What is wrong with how pictures are drawn, each with the words of the place (画得不对的地方). */
export function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(LOOK)
}
