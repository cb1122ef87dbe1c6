import { expect, test } from 'vitest'
import { openEngine } from '../../src/runner/open-engine.ts'
import { compileLicence } from '../support/engine/licence.ts'
import { engineAt } from './engine-at.ts'

const licence = compileLicence()
const rule = { scope: 'total', level: 'yellow', when: { kind: 'left', workdays: '1' } }

/** Opens an engine as a program in JavaScript may, without types. */
function open(options: object | undefined) {
  return Reflect.apply(openEngine, undefined, [options])
}

test.each([
  ['no options', undefined, 'openEngine要写设置'],
  ['no store', { store: undefined }, 'openEngine的store没有写'],
  ['a store that is none', { store: {} }, 'openEngine的store不对'],
  ['no definitions', { definitions: undefined }, 'openEngine的definitions没有写'],
  ['an empty list of definitions', { definitions: [] }, 'openEngine的definitions不对'],
  ['the map of the compiler', { definitions: new Map([['餐饮许可', licence]]) }, 'matters.values()'],
  ['one definition, not in a list', { definitions: licence }, 'openEngine的definitions不对'],
  ['a clock that stands still', { now: 1_790_000_000_000 }, 'openEngine的now不对'],
  ['a calendar that is none', { calendar: {} }, 'openEngine的calendar不对'],
  ['a service that nobody knows', { services: { fax: async () => undefined } }, 'openEngine的services不对'],
  ['a service that cannot be called', { services: { seal: 'https://seal.example' } }, 'openEngine的services不对'],
  ['no attempts', { retry: { firstDelay: 1, longestDelay: 1, mostAttempts: 0 } }, 'openEngine的retry不对'],
  ['delays that shrink', { retry: { firstDelay: 9, longestDelay: 1, mostAttempts: 1 } }, 'openEngine的retry不对'],
  ['a negative pace', { pollEvery: -1 }, 'openEngine的pollEvery不对'],
  ['a pace beyond the timers of Node', { pollEvery: 2 ** 31 }, 'openEngine的pollEvery不对'],
  ['an unknown key', { polEvery: 1_000 }, 'openEngine的polEvery没有这一项：有：store、definitions'],
  [
    'an alert of nothing',
    { policy: { alerts: [{ ...rule, scope: 'all' }], mostReturns: 3 } },
    'openEngine的policy不对',
  ],
  ['negative returns', { policy: { alerts: [rule], mostReturns: -1 } }, 'openEngine的policy不对'],
  ['a listener that is none', { onTrouble: true }, 'openEngine的onTrouble不对'],
])('an engine does not open with %s, and says what to write', async (_, options, message) => {
  const opened = open(options && { store: 'memory:', definitions: [licence], ...options })
  await expect(opened).rejects.toThrow(TypeError)
  await expect(opened).rejects.toThrow(message)
})

test('an engine opens with all options, those that are undefined being absent, and definitions that can be looked at once', async () => {
  const engine = await open({
    store: 'memory:',
    definitions: new Map([['餐饮许可', licence]]).values(),
    calendar: undefined,
    services: { seal: async () => undefined, courier: undefined },
    policy: { alerts: [rule], mostReturns: 0 },
    retry: { firstDelay: 0, longestDelay: 0, mostAttempts: 1 },
    pollEvery: false,
  })
  await engine.stop()
})

test('a subscription that would hear of nothing is refused', async () => {
  const engine = await engineAt()
  const subscribe = (...given: readonly unknown[]) => Reflect.apply(engine.subscribe, undefined, given)
  const handler = () => {}
  expect(() => subscribe('a', handler, { kinds: ['受理'] })).toThrow(/^subscribe的kinds不对：.*accepted/)
  expect(() => subscribe('a', handler, { kinds: [] })).toThrow('subscribe的kinds不对')
  expect(() => subscribe('a', handler, { concurrency: 0 })).toThrow('subscribe的concurrency不对')
  expect(() => subscribe('a', handler, { kind: ['accepted'] })).toThrow('subscribe的kind没有这一项')
  expect(() => subscribe('', handler)).toThrow('subscribe的name不对')
  expect(() => subscribe('a', 'log')).toThrow('subscribe的handler不对')
  subscribe('a', handler, { kinds: ['accepted'], concurrency: undefined })
})
