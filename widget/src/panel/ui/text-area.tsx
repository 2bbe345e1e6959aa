import type { TextareaHTMLAttributes } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** As high as its text, or as what stands there before it, so that a page has one scroll only. */
export function TextArea(props: TextareaHTMLAttributes) {
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [props.value, props.placeholder])
  return <textarea ref={field} {...props} />
}
