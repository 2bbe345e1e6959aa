import { eraseRequester } from '../tickets/person.ts'
import { CommandError, defineCommand, UsageError } from './command.ts'
import { withDesk } from './open-desk.ts'

export const eraseCommand = defineCommand({
  name: 'erase',
  about: 'Erase a person: tickets, history, pictures, pending mail, what they asked and read',
  options: {
    requester: { type: 'string', value: 'id', about: 'the person, as staff see them: `requester.id` of a ticket' },
  },
  more: 'Cannot be taken back. Backups made before still hold the person.',
  async run({ options: { requester } }, io) {
    if (!requester) throw new UsageError('--requester is missing')
    const erased = await withDesk(io, (desk) => eraseRequester(desk, requester))
    if (erased.tickets + erased.reading + erased.attachments === 0)
      throw new CommandError('nothing is known of such a person')
    io.out(`erased: ${erased.tickets} tickets, ${erased.attachments} pictures`)
  },
})
