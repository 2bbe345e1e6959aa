// The viewer and the editor of pictures, for whoever shows thumbnails: each comes when it is first asked for.
import { useState } from 'preact/hooks'
import type { EditorProps } from '../../screenshot/editor/editor.tsx'
import type { Viewable } from '../../screenshot/stage/viewer.tsx'
import { Part, createPart } from '../views/part.tsx'

const viewing = createPart(() => import('../../screenshot/stage/viewing.ts'))
const editing = createPart(() => import('../../screenshot/editor/editing.ts'))

/** The editor, over everything. */
export const PictureEditor = (props: EditorProps) => <Part part={editing}>{({ Editor }) => <Editor {...props} />}</Part>

/** The picture being edited is held, whatever becomes of the list meanwhile. */
type Open = { view: string } | { edit: Viewable } | null

type StageOptions = {
  pictures: Viewable[]
  /** Where pictures may be changed: takes the key of one and what it has become. */
  onChange?: ((key: string, changed: Blob) => void) | undefined
}

/** `stage` goes among the views; `view` and `edit` open it on the picture of that key. */
export function usePictureStage({ pictures, onChange }: StageOptions) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const edit = (key: string) => {
    const found = pictures.find((picture) => picture.key === key)
    if (found) setOpen({ edit: found })
  }
  const edited = open && 'edit' in open ? open.edit : undefined
  return {
    view: (key: string) => setOpen({ view: key }),
    edit,
    stage: (
      <>
        {open && 'view' in open && (
          <Part part={viewing}>
            {({ Viewer }) => <Viewer pictures={pictures} start={open.view} onEdit={onChange && edit} onClose={close} />}
          </Part>
        )}
        {edited && onChange && (
          <PictureEditor
            name={edited.name}
            load={edited.load}
            onDone={(changed) => {
              if (changed) onChange(edited.key, changed)
              close()
            }}
            onCancel={close}
          />
        )}
      </>
    ),
  }
}
