import { expect, it } from 'vitest'
import { commandOf, goalOf, keys } from '../src/models/keys.ts'

const press = (key: string, code: string, held: { shift?: boolean; ctrl?: boolean; alt?: boolean } = {}) => ({
  key,
  code,
  ctrl: held.ctrl ?? false,
  alt: held.alt ?? false,
  shift: held.shift ?? false,
})

const every = [
  ['j', 'KeyJ', 'next'],
  ['k', 'KeyK', 'previous'],
  ['Enter', 'Enter', 'open'],
  ['Esc', 'Escape', 'back'],
  ['a', 'KeyA', 'assign'],
  ['r', 'KeyR', 'reply'],
  ['n', 'KeyN', 'note'],
  ['w', 'KeyW', 'wait'],
  ['e', 'KeyE', 'extend'],
  ['f', 'KeyF', 'refuse'],
  ['d', 'KeyD', 'resolve'],
  ['m', 'KeyM', 'take'],
  ['t', 'KeyT', 'tag'],
  ['x', 'KeyX', 'select'],
  ['/', 'Slash', 'search'],
  ['g', 'KeyG', 'go'],
  ['?', 'Slash', 'help'],
] as const

it.each(every)('%s at %s is %s', (name, code, command) => {
  const key = name === 'Esc' ? 'Escape' : name
  expect(commandOf(press(key, code, { shift: name === '?' }))).toBe(command)
})

it('Ctrl and Enter send, and the sheet of keys tells all others', () => {
  expect(commandOf(press('Enter', 'Enter', { ctrl: true }))).toBe('send')
  const told = keys.map(([command, key]) => `${key} ${command}`)
  expect(told.toSorted()).toEqual(every.map(([key, , command]) => `${key} ${command}`).toSorted())
})

it.each([
  ['о', 'KeyJ', 'next'],
  ['л', 'KeyK', 'previous'],
  ['к', 'KeyR', 'reply'],
  ['Enter', 'Enter', 'open'],
  ['Escape', 'Escape', 'back'],
  ['/', 'Slash', 'search'],
  ['.', 'Slash', 'search'],
  ['ч', 'KeyX', 'select'],
  ['q', 'KeyQ', null],
])('%s at %s is %s, whatever the keyboard layout', (key, code, command) => {
  expect(commandOf(press(key, code))).toBe(command)
})

it('help is asked for on Russian and English keyboards', () => {
  expect(commandOf(press('?', 'Slash', { shift: true }))).toBe('help')
  expect(commandOf(press(',', 'Slash', { shift: true }))).toBe('help')
  expect(commandOf(press('?', 'Digit7', { shift: true }))).toBe('help')
})

it('the browser’s own keys stay the browser’s', () => {
  expect(commandOf(press('r', 'KeyR', { ctrl: true }))).toBeNull()
  expect(commandOf(press('d', 'KeyD', { alt: true }))).toBeNull()
  expect(commandOf(press('T', 'KeyT', { shift: true }))).toBeNull()
  expect(commandOf(press('Enter', 'Enter', { ctrl: true }))).toBe('send')
})

it('after g a letter leads to a tab', () => {
  expect(goalOf(press('ь', 'KeyM'))).toBe('mine')
  expect(goalOf(press('r', 'KeyR'))).toBe('reports')
  expect(goalOf(press('z', 'KeyZ'))).toBeNull()
})
