/** Lets requests that wait have their turn: an engine inside the process answers without ever giving way. */
export const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve))
