import { expect, it } from 'vitest'
import { commandOf, goalOf } from '../src/models/keys.ts'

const press = (key: string, code: string, held: { shift?: boolean; ctrl?: boolean; alt?: boolean } = {}) => ({
  key,
  code,
  ctrl: held.ctrl ?? false,
  alt: held.alt ?? false,
  shift: held.shift ?? false,
})

it.each([
  ['j', 'KeyJ', 'next'],
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
