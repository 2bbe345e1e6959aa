// Development only: the page loads itself again when the server that it came from is another.
let began
new EventSource('/demo/reload').addEventListener('message', ({ data }) => {
  if (began !== undefined && began !== data) location.reload()
  began = data
})
