import type { TextareaHTMLAttributes } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useFront } from './context.ts'

/** As high as its text, or as what stands there before it, so that a page has one scroll only. A closed panel has no heights. */
export function TextArea(props: TextareaHTMLAttributes) {
  const { front } = useFront()
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [props.value, props.placeholder, front.isOpen.value])
  return <textarea ref={field} {...props} />
}
