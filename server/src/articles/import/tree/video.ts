import type { Block } from '@bilet/shared/article'
import type { Element } from 'hast'
import { isElement } from './element.ts'
import type { Reading } from './context.ts'

/** What plays in a page plays nowhere else: a link to where it does. Undefined for what leads nowhere. */
export function toVideo(element: Element, { addresses, onTrouble }: Reading): Block[] {
  const src = sourceOf(element)
  const address = src === undefined ? undefined : addresses.image(src)
  if (address === undefined) {
    onTrouble({ kind: 'left out', what: element.tagName, sample: src ?? '' })
    return []
  }
  const href = watchAddress(new URL(address))
  const { title, poster } = element.properties
  const name = typeof title === 'string' && title.trim() !== '' ? title.trim() : new URL(href).hostname
  const picture = typeof poster === 'string' ? addresses.image(poster) : undefined
  if (isPlayer(element, href)) return [{ type: 'video', href, title: name, ...(picture && { poster: picture }) }]
  return [{ type: 'paragraph', children: [{ type: 'link', href, children: [{ type: 'text', text: name }] }] }]
}

function sourceOf({ properties: { src, dataSrc }, children }: Element): string | undefined {
  const inside = children.filter(isElement).find(({ tagName }) => tagName === 'source')
  const sources = [src, dataSrc, inside?.properties['src']].filter((one) => typeof one === 'string')
  return sources.find((one) => one !== '')
}

const players =
  /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|rutube\.ru|vk\.com|vkvideo\.ru|dzen\.ru|loom\.com|wistia\.(?:com|net)|dailymotion\.com)$/u

const isPlayer = ({ tagName }: Element, href: string) =>
  tagName === 'video' || tagName === 'audio' || players.test(new URL(href).hostname)

/** Where a person watches what a frame plays. */
function watchAddress(address: URL): string {
  const { hostname, pathname } = address
  const id = /^\/embed\/([\w-]+)/u.exec(pathname)?.[1]
  if (id !== undefined && /(?:^|\.)youtube(?:-nocookie)?\.com$/u.test(hostname))
    return `https://www.youtube.com/watch?v=${id}`
  const vimeo = /^\/video\/(\d+)/u.exec(pathname)?.[1]
  if (vimeo !== undefined && hostname === 'player.vimeo.com') return `https://vimeo.com/${vimeo}`
  const rutube = /^\/play\/embed\/(\w+)/u.exec(pathname)?.[1]
  return rutube !== undefined && /(?:^|\.)rutube\.ru$/u.test(hostname)
    ? `https://rutube.ru/video/${rutube}/`
    : address.href
}
