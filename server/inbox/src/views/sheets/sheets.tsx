// What lies over the page for a moment: choices, canned replies, articles, keys.
import { useInbox } from '../../ui/context.ts'
import { ArticlePicker } from './articles.tsx'
import { BulkDecision } from './bulk-decision.tsx'
import { AssignSheet, DepartmentSheet, TagSheet } from './choices.tsx'
import { DuplicateSheet } from './duplicate.tsx'
import { KeysSheet } from './keys.tsx'
import { ReplyPicker } from './replies.tsx'
import { SplitSheet } from './split.tsx'
import sheets from '../../styles/sheets.css?inline'

export const css = sheets

export function Sheets() {
  const { inbox } = useInbox()
  switch (inbox.sheet.value) {
    case 'keys':
      return <KeysSheet />
    case 'assign':
      return <AssignSheet />
    case 'tag':
      return <TagSheet />
    case 'department':
      return <DepartmentSheet />
    case 'replies':
      return <ReplyPicker />
    case 'articles':
      return <ArticlePicker />
    case 'split':
      return <SplitSheet />
    case 'duplicate':
      return <DuplicateSheet />
    case 'decide':
      return <BulkDecision />
    default:
      return null
  }
}
