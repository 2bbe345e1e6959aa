import { goKeys, keys } from '../../models/keys.ts'
import { useInbox } from '../../ui/context.ts'
import { Dialog } from '../../ui/dialog.tsx'

const Key = ({ name, what }: { name: string; what: string }) => (
  <div>
    <dt>
      <kbd>{name}</kbd>
    </dt>
    <dd>{what}</dd>
  </div>
)

export function KeysSheet() {
  const { inbox, t } = useInbox()
  const { commands } = t.keys
  return (
    <Dialog title={t.keys.title} onClose={() => (inbox.sheet.value = null)}>
      <dl class="keys">
        {keys.map(([command, key]) => (
          <Key key={key} name={key} what={commands[command]} />
        ))}
        <Key name="Ctrl Enter" what={commands.send} />
      </dl>
      <h3>{t.keys.goTitle}</h3>
      <dl class="keys">
        {Object.entries(goKeys).map(([key, goal]) => (
          <Key key={key} name={`g ${key}`} what={t.goals[goal]} />
        ))}
      </dl>
      <p class="soft">{t.keys.inFields}</p>
    </Dialog>
  )
}
