import type { Ref, TextareaHTMLAttributes } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** As high as its text, up to what its style allows. */
export function TextArea({ field, ...props }: TextareaHTMLAttributes & { field?: Ref<HTMLTextAreaElement> }) {
  const own = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = own.current
    if (!element) return
    element.style.height = 'auto'
    // Not shown yet: its rows say how high it is.
    if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight + 2}px`
  }, [props.value, props.placeholder])
  return (
    <textarea
      ref={(element) => {
        own.current = element
        if (typeof field === 'function') field(element)
        else if (field) field.current = element
      }}
      {...props}
    />
  )
}
