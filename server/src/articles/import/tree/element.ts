import type { Element, ElementContent, RootContent } from 'hast'

export const isElement = (node: RootContent | ElementContent): node is Element => node.type === 'element'
