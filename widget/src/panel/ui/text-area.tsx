import type { TextareaHTMLAttributes } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useFront } from './context.ts'

/** As high as its text, or as what stands there before it, so that a page has one scroll only. A closed panel has no heights. */
export function TextArea(props: TextareaHTMLAttributes) {
  const { front } = useFront()
  const field = useRef<HTMLTextAreaElement>(null)
  const { selectionEnd: caret = 0, value: was = '' } = field.current ?? {}
  useLayoutEffect(() => {
    // Words that come from elsewhere while one types do not carry the caret away.
    const element = field.current
    const at = element?.matches(':focus') && was && element.value !== was ? element.value.indexOf(was) : -1
    if (at >= 0) element?.setSelectionRange(at + caret, at + caret)
  }, [props.value])
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [props.value, props.placeholder, front.isOpen.value])
  return <textarea ref={field} {...props} />
}
