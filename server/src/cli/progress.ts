import type { Io } from './command.ts'

const barWidth = 24
/** Milliseconds between two drawings: more cannot be read. */
const drawEvery = 100
/** Lines where there is no terminal: one for so many steps. */
const lineEvery = 100

/** How far long work is: a bar on a terminal, now and then a line elsewhere. `note` is a line that stays. */
export function createProgress(io: Pick<Io, 'err' | 'draw'>, clock: () => number = Date.now) {
  let total = 0
  let done = 0
  let drawnAt = Number.NEGATIVE_INFINITY

  const bar = (what: string) => {
    const filled = total === 0 ? 0 : Math.min(barWidth, Math.round((done / total) * barWidth))
    return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done}/${total} ${what}`
  }

  return {
    expect(count: number) {
      total = count
    },
    step(what: string) {
      done++
      if (!io.draw) {
        if (done % lineEvery === 0 && done < total) io.err(`${done} of ${total}`)
      } else if (clock() - drawnAt >= drawEvery) {
        drawnAt = clock()
        io.draw(bar(what))
      }
    },
    note(line: string) {
      io.draw?.('')
      io.err(line)
    },
    end() {
      io.draw?.('')
    },
  }
}
