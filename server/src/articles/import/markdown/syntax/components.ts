// Blocks that documentation knows by name, however a flavour writes them: `:::tip`, `{% hint %}`, `{{< tabs >}}`, `<Card>`.
import { toneNamed } from '../../tree/tone.ts'
import { firstOf } from './arguments.ts'
import type { Arguments } from './arguments.ts'
import { escapeHtml, ownLine, titleLine } from './own-line.ts'

/** What stands before and after the content. `isKnown` is false where only the words are kept. */
export type Component = { open: string; close: string; isKnown: boolean }

const titles = ['title', 'label', 'heading', 'header', 'summary', 'name', 'caption']
const kinds = ['type', 'style', 'color', 'variant', 'kind', 'intent', 'level', 'status', 'severity', 'class', 'icon']
const sources = ['src', 'url', 'href', 'id', 'videoid', 'video', 'file', 'path', 'link', 'to']

const names = (words: string) => new Set(words.split(' '))
const notes = names('admonition callout alert notice aside hint notification infobox banner message box panel')
const folded = names(
  'details collapse collapsible collapsed expand expandable accordion accordionitem accordiontab spoiler cut toggle ' +
    'disclosure dropdown fold deepdive foldable solution expansionpanel',
)
const tabSets = names('tabs tabpane tabset tabgroup codegroup codetabs tabbed tablist codeblocks md-tabs')
const tabs = names('tab tabitem tabpanel codetab md-tab tabcontent')
const pictures = names('figure img image picture screenshot themedimage imgproc optimizedimage')
const videos: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  yt: 'https://www.youtube.com/watch?v=',
  liteyoutube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  rutube: 'https://rutube.ru/video/',
  video: '',
  embed: '',
  videoplayer: '',
}
/** Frames, grids and looks: their content is all there is to them. */
const plain = names(
  'card cards cardgrid cardgroup linkcards grid columns column col row steps step stepper block section div center left ' +
    'right wrapper container content raw vpre intro youwilllearn recap challenges filetree codediagram illustration ' +
    'sandpack figurecaption div html content-ref contentref code highlight changelog readonly fragment paragraph',
)
/** What tells a version, a place or a state in a word or two. */
const labels = names(
  'badge label tag newin since deprecatedin minver version glossaryterm term mathi codestep sourcepr',
)
/** Marks without words. */
const silent = names(
  'icon fa br toc children pagebreak clear spacer button2 analytics contributors docslist doccardlist',
)

/** `name` in any case, with dashes or without. Undefined for what is no component by name. */
export function componentOf(name: string, args: Arguments): Component {
  const key = name.toLowerCase().replaceAll(/^(?:starlight|base|docs?)(?=[a-z]{4})|[-_.]/gu, '')
  const [first] = args.positional
  const tone = toneNamed(key)
  // A hint, an alert: what they are called says less than the style that they are given.
  if (notes.has(key)) return note(toneOfArguments(args) ?? tone, titleOf(args, 1))
  if (tone) return note(tone, titleOf(args, 0))
  if (folded.has(key)) return wrap('<details>', '</details>', summary(titleOf(args, 0)))
  if (tabSets.has(key)) return wrap('<div data-part="tabs">', '</div>')
  if (tabs.has(key))
    return wrap('<div data-part="tab">', '</div>', titleLine(firstOf(args, [...titles, 'value', 'lang']) ?? first))
  if (pictures.has(key)) return picture(args)
  if (Object.hasOwn(videos, key)) return video(videos[key] ?? '', args)
  if (key === 'kbd' || key === 'key') return { open: `<kbd>${escapeHtml(first ?? '')}`, close: '</kbd>', isKnown: true }
  if (labels.has(key))
    return { open: firstOf(args, ['text', 'label', 'title', 'v', 'version']) ?? first ?? '', close: '', isKnown: true }
  if (silent.has(key)) return { open: '', close: '', isKnown: true }
  return { ...wrap('<div>', '</div>', wordsOf(args)), isKnown: plain.has(key) || /^(?:link|card)/u.test(key) }
}

const wrap = (open: string, close: string, title = ''): Component => ({
  open: ownLine(open) + title,
  close: ownLine(close),
  isKnown: true,
})

export const note = (tone: string | undefined, title: string | undefined): Component =>
  wrap(`<blockquote class="${tone ?? 'note'}">`, '</blockquote>', titleLine(title))

export const summary = (title: string | undefined) =>
  title?.trim() ? `${ownLine('<summary>')}${title.trim()}${ownLine('</summary>')}` : ''

const toneOfArguments = (args: Arguments) =>
  [...kinds.map((kind) => args.named.get(kind)), ...args.positional]
    .flatMap((value) => (value ?? '').split(/[\s-]+/u))
    .map(toneNamed)
    .find((tone) => tone !== undefined)

/** The title that is named, or else the words from place `from` on that are no kind of advice. */
const titleOf = (args: Arguments, from: number) =>
  firstOf(args, titles) ?? args.positional.filter((word, at) => at >= from && !toneNamed(word)).join(' ')

/** What a component shows of its arguments: a card's title that leads somewhere, and its words. */
function wordsOf(args: Arguments): string {
  const title = firstOf(args, titles)
  const text = firstOf(args, ['text', 'description', 'content', 'subtitle', 'alt'])
  const href = firstOf(args, ['href', 'to', 'url', 'link'])
  const shown = title ?? (text === undefined ? undefined : '')
  const line = href && shown ? `<a href="${escapeHtml(href)}">${shown}</a>` : shown
  return (line ? titleLine(line) : '') + (text ? `${ownLine('<div>')}${text}${ownLine('</div>')}` : '')
}

function picture(args: Arguments): Component {
  const src = firstOf(args, sources) ?? args.positional[0] ?? ''
  const alt = firstOf(args, ['alt', 'caption', 'title']) ?? ''
  const caption = firstOf(args, ['caption', 'title'])
  const shown = caption && caption !== alt ? `${ownLine('<div>')}<em>${caption}</em>${ownLine('</div>')}` : ''
  return { open: `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${shown}`, close: '', isKnown: true }
}

function video(host: string, args: Arguments): Component {
  const source = firstOf(args, sources) ?? args.positional[0] ?? ''
  const src = /^(?:https?:|\/|\.)/u.test(source) || host === '' ? source : host + source
  const title = firstOf(args, ['title', 'caption', 'alt']) ?? ''
  return {
    open: ownLine(`<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}"></iframe>`),
    close: '',
    isKnown: true,
  }
}
