import type { PictureWords, Tool } from '../../panel/i18n/picture-words.ts'
import { Shape } from '../../panel/ui/icon.tsx'
import { shapes } from '../stage/icons.ts'
import type { Drawing } from './drawing.ts'

const tools: Tool[] = ['arrow', 'frame', 'text', 'redact', 'crop']

/** One of the tools is in hand: radio buttons, so that arrows change it and a reader tells which. */
export function Toolbar({ drawing, words }: { drawing: Drawing; words: PictureWords }) {
  return (
    <div class="tools" role="radiogroup" aria-label={words.tools}>
      {tools.map((tool) => (
        <label key={tool} class="tool">
          <input
            type="radio"
            name="bilet-tool"
            class="unseen"
            checked={drawing.tool.value === tool}
            onChange={() => drawing.take(tool)}
          />
          <Shape d={shapes[tool]} />
          {words.tool[tool]}
        </label>
      ))}
    </div>
  )
}
