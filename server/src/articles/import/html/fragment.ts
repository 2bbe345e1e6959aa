import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const parser = unified().use(rehypeParse, { fragment: true })

/** HTML of a part of a page as its tree. Throws `RangeError` for one nested by the thousand. */
export const parseFragment = (html: string) => parser.parse(html)
