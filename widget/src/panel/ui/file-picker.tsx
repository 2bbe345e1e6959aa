import { useRef } from 'preact/hooks'
import type { ComponentChildren } from 'preact'

type FilePickerProps = { label: string; class: string; onPick: (files: File[]) => void; children: ComponentChildren }

/** A button that asks for pictures, whatever kinds the browser may draw: those are made into ones that the desk takes. */
export function FilePicker({ label, class: name, onPick, children }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button class={name} aria-label={label} title={label} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label={label}
        accept="image/*,.heic,.heif"
        multiple
        onChange={({ currentTarget }) => {
          onPick([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}
