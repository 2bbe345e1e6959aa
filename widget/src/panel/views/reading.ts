// The part of the panel that reads articles: fetched with the first suggestions.
import article from '../styles/article.css?inline'

export { Article, Solved } from './article.tsx'

export const css = article
