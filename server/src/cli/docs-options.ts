// Options that several commands about documentation take, read the same way by all of them.
import { flavourNamed, flavourNames } from '../articles/import/markdown/flavours/flavours.ts'
import { UsageError } from './command.ts'

export const flavourOption = {
  type: 'string',
  value: 'name',
  about: `what a folder is written for, where it does not tell: ${flavourNames.join(', ')}`,
} as const

export const publishedAtOption = {
  type: 'string',
  value: 'URL',
  about: 'where a folder is published: links to its other files lead there',
} as const

export function readFlavour(value: string | undefined) {
  if (value === undefined) return undefined
  const found = flavourNamed(value)
  if (found) return found.name
  throw new UsageError(`--flavour: expected one of ${flavourNames.join(', ')}, not "${value}"`)
}

export function readPublishedAt(value: string | undefined): string | undefined {
  if (value === undefined || (/^https?:\/\//iu.test(value) && URL.canParse(value))) return value
  throw new UsageError(`--published-at: expected an address such as https://help.shop.example/, not "${value}"`)
}

export function readRate(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (number > 0 && number <= 100) return number
  throw new UsageError(`--rate: expected a number above 0, at most 100, not "${value}"`)
}
