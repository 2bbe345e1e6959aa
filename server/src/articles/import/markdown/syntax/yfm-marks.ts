// Marks of one line that YFM adds: sizes of pictures, players, letters above and below the line.
import { ownLine } from './own-line.ts'
import { inProse } from './prose.ts'
import type { Step } from './step.ts'

const hosts: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  rutube: 'https://rutube.ru/video/',
}

export const yfmMarks: Step = (markdown) =>
  inProse(markdown, (prose) =>
    prose
      .replaceAll(/(!\[[^\]\n]{0,300}\]\([^()\n]{1,500}?)[ \t]+=\d*%?x\d*%?[ \t]*\)/gu, '$1)')
      .replaceAll(/@\[(\w+)\]\(([^()\s]{1,300})\)/gu, (_, host: string, id: string) => {
        const src = /^https?:/u.test(id) ? id : (hosts[host.toLowerCase()] ?? '') + id
        return ownLine(`<iframe src="${encodeURI(src)}"></iframe>`)
      })
      .replaceAll(/(?<![~\\])~([^~\s]{1,40})~(?!~)/gu, '<sub>$1</sub>')
      .replaceAll(/(?<![\^\\[])\^([^^\s\]]{1,40})\^(?!\^)/gu, '<sup>$1</sup>')
      .replaceAll(/##(?=\S)([^#\n]{1,200}?)(?<=\S)##/gu, '`$1`'),
  )
