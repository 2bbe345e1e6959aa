import type { Block } from '@bilet/shared/article'
import type { Element } from 'hast'
import { paragraph } from './reading.ts'
import type { Reading } from './context.ts'

/** An image that a browser can fetch; otherwise what its `alt` says, set apart. */
export function toImage({ properties }: Element, { addresses }: Reading): Block[] {
  const alt = typeof properties['alt'] === 'string' ? properties['alt'].trim().slice(0, 1_000) : ''
  const sources = [properties['src'], properties['dataSrc']].filter((src) => typeof src === 'string')
  const src = sources.map(addresses.image).find((address) => address !== undefined)
  if (src === undefined) return alt ? paragraph([{ type: 'em', children: [{ type: 'text', text: alt }] }]) : []
  return [{ type: 'image', src, alt, ...pixels('width', properties), ...pixels('height', properties) }]
}

function pixels(side: 'width' | 'height', properties: Element['properties']) {
  const value = Number(properties[side])
  return Number.isInteger(value) && value > 0 && value < 100_000 ? { [side]: value } : {}
}
