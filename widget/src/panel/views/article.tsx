import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Article as ArticleType, Block } from '@bilet/shared/article'
import { useDesk, useWords } from '../ui/context.ts'
import { Icon } from '../ui/icon.tsx'
import { WhenLoaded } from '../ui/states.tsx'
import { Blocks, Inlines } from './blocks.tsx'

type Heading = Extract<Block, { type: 'heading' }>

/** Fewer headings than this are seen at a glance. */
const worthContents = 4

/** Opens what hides an element: folded parts, and tabs that are not the chosen ones. */
function reveal(root: Element | null, element: Element | undefined | null) {
  for (let hider = closestHider(element); hider; hider = closestHider(hider.parentElement)) {
    if (hider instanceof HTMLDetailsElement) hider.open = true
    else {
      hider.hidden = false
      root?.querySelector<HTMLElement>(`#${CSS.escape(hider.getAttribute('aria-labelledby') ?? '')}`)?.click()
    }
  }
}

const closestHider = (element: Element | undefined | null) =>
  element?.closest<HTMLElement>('details:not([open]), [role=tabpanel][hidden]')

const goTo = (root: Element | null, id: string) => {
  const heading = root?.querySelector<HTMLElement>(`#${CSS.escape(`a-${id}`)}`)
  reveal(root, heading)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** Letters alone: what parts lines and cells is another thing in an excerpt than on a page. */
const squeeze = (text: string) => text.replace(/\P{L}+/gu, '')

/** Shows the block that holds the passage, or what it ends or begins with where it runs over several; unless it is the first. */
function showPassage(root: Element | null, passage: string) {
  const blocks = [...(root?.querySelectorAll('p, li, tr, pre') ?? [])]
  const half = passage.length / 2
  const parts = [passage, passage.slice(half / 2), passage.slice(0, -half / 2), passage.slice(half)].map(squeeze)
  const texts = blocks.map(({ textContent }) => squeeze(textContent))
  const at = parts.filter(Boolean).map((part) => texts.findIndex((text) => text.includes(part)))
  const found = blocks[at.find((index) => index >= 0) ?? -1]
  found?.classList.add('passage')
  reveal(root, found)
  if (found && found !== blocks[0]) found.scrollIntoView({ block: 'center' })
}

function Contents({ blocks, onPick }: { blocks: Block[]; onPick: (id: string) => void }) {
  const { t } = useWords()
  const headings = blocks.filter((block): block is Heading => block.type === 'heading' && block.level === 2)
  if (headings.length < worthContents) return null
  return (
    <details class="contents">
      <summary>{t.article.contents}</summary>
      <ul>
        {headings.map(({ id, children }) => (
          <li key={id}>
            <button class="link" onClick={() => onPick(id)}>
              <Inlines of={children} />
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Text({ article, anchor, passage }: { article: ArticleType; anchor: string; passage: string }) {
  const { t } = useWords()
  const root = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (anchor) goTo(root.current, anchor)
    else showPassage(root.current, passage)
  }, [article.id, anchor, passage])
  return (
    <article ref={root} lang={article.lang}>
      {article.section && <p class="caption">{article.section}</p>}
      <h2>{article.title}</h2>
      <Contents blocks={article.blocks} onPick={(id) => goTo(root.current, id)} />
      <Blocks of={article.blocks} />
      {article.url.startsWith('https:') && (
        <p>
          <a class="with-icon" href={article.url} target="_blank" rel="noopener noreferrer">
            {t.article.original}
            <Icon name="out" />
          </a>
        </p>
      )}
    </article>
  )
}

/** The question at the end of every article. */
function Helped({ id }: { id: string }) {
  const { actions, t } = useWords()
  return (
    <div class="helped">
      <span>{t.article.helped}</span>
      <button onClick={() => actions.solved(id)}>{t.article.solved}</button>
      <button onClick={() => actions.notSolved(id)}>{t.article.notSolved}</button>
    </div>
  )
}

type ArticleProps = { id: string; anchor?: string; passage?: string }

export function Article({ id, anchor = '', passage = '' }: ArticleProps) {
  const { desk } = useDesk()
  const { reader } = desk
  // Back from one article to another: each view names its own.
  useLayoutEffect(() => void reader.open(id), [id])
  return (
    <WhenLoaded from={reader.article.value} lines={8} onRetry={() => void reader.retry()}>
      {(article) => (
        <>
          <Text article={article} anchor={anchor} passage={passage} />
          <Helped id={id} />
        </>
      )}
    </WhenLoaded>
  )
}

export function Solved() {
  const { actions, t } = useWords()
  return (
    <div class="outcome">
      <Icon name="check" />
      <h2 data-autofocus tabIndex={-1}>
        {t.solved.title}
      </h2>
      <p class="secondary">{t.solved.text}</p>
      <button class="link" onClick={actions.restore}>
        {t.solved.restore}
      </button>
    </div>
  )
}
